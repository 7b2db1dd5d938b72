using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Handover;

/// <summary>
/// How the tests of a repository are spread: a build for each version of the language, beside one another in the pipeline's stage, and
/// each of them split over several builds by CodeBuild ("build-fanout", AWS CodeBuild User Guide, "Run tests in parallel with batch
/// builds"). CodeBuild has either a matrix or a fan-out in a batch, and merges the reports of a fan-out alone: hence the stage.
/// </summary>
/// <param name="Runtimes">The versions.</param>
/// <param name="Shards">How many builds each of them is split over.</param>
internal sealed partial record TestMatrix(IReadOnlyList<string> Runtimes, int Shards)
{
    /// <summary>
    /// The most builds that tests are split over: Landfall's own bound. How many builds of an account run at once is a quota, by default 20
    /// for some kinds of builds (AWS CodeBuild User Guide, "Quotas for AWS CodeBuild"); of the rest five times as many wait in a queue
    /// ("Builds in AWS CodeBuild"), which other builds need too.
    /// </summary>
    public const int MostShards = 50;

    /// <summary>Finds how the tests are spread.</summary>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="steps">How the code is checked; null where only its Dockerfile is known.</param>
    /// <returns>The matrix; null where the tests run once, with the image's build.</returns>
    /// <exception cref="LandfallException">It cannot be done with this code.</exception>
    public static TestMatrix? Of(HandoverParameters parameters, BuildSteps? steps)
    {
        var shards = parameters.Shards ?? 1;
        if (shards is < 1 or > MostShards)
            throw new LandfallException(ErrorCodes.TestMatrix, $"Tests cannot be split over {shards} builds. Give --shards a number from 1 to {MostShards}.");
        if (parameters.Runtimes.FirstOrDefault(version => !Version().IsMatch(version)) is { } wrong)
            throw new LandfallException(ErrorCodes.TestMatrix, $"'{wrong}' is not a version of a language. Give --runtime one such as 24 or 3.14.");
        if (parameters.Runtimes.Count == 0 && shards == 1)
            return null;
        if (steps is not { Test.Count: > 0 })
            throw new LandfallException(ErrorCodes.TestMatrix, "There are no tests that are known of, which could be run with several versions or split over builds. Leave out --runtime and --shards, or add tests to the code first.");
        if (shards > 1 && steps.Split is null)
            throw new LandfallException(ErrorCodes.TestMatrix, $"The tests of this code are run by '{steps.Test[^1]}', which takes no list of files, so that they cannot be split. Leave out --shards.");
        return new TestMatrix([.. (parameters.Runtimes.Count == 0 ? [steps.Version] : parameters.Runtimes.Select(version => steps.RuntimePrefix + version)).Distinct()], shards);
    }

    /// <summary>The name of the buildspec for a version.</summary>
    /// <param name="runtime">The version.</param>
    /// <returns>A file's name.</returns>
    public static string FileOf(string runtime) => $"tests-{runtime}.yml";

    /// <summary>What resources of CloudFormation are called that belong to a version, which are letters and digits alone.</summary>
    /// <param name="runtime">The version.</param>
    /// <returns>A part of a name.</returns>
    public static string IdOf(string runtime) => string.Concat(runtime.Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
