using System.ComponentModel;
using Landfall.Operations.Init;

namespace Landfall.Operations.Handover;

/// <summary>Which service gets a repository of its own.</summary>
/// <param name="Service">The service.</param>
/// <param name="To">The repository's folder.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Kind">What the code is written in, or null.</param>
/// <param name="Runtimes">Versions of the language, with each of which the tests are run; empty for the code's own alone.</param>
/// <param name="Shards">How many builds the tests are split over; null for one.</param>
/// <param name="Sign">The signing profile that images are signed with, by its name or ARN; null for none.</param>
/// <param name="Updates">Who proposes newer dependencies; null for <see cref="DependencyUpdates.Dependabot"/>.</param>
/// <param name="DryRun">True to write nothing.</param>
internal sealed record HandoverParameters(
    [property: Description("The service's name in the file.")] string Service,
    [property: Description("The folder of the team's repository."), Traits(ParameterTraits.Path)] string To,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("What the code is written in; found out from the folder where there is code.")] ProjectKind? Kind,
    [property: Description("A version of the language that the tests are run with, beside the other ones; may be given several times.")] IReadOnlyList<string> Runtimes,
    [property: Description("How many builds the tests are split over, by their files; one, where it is left out.")] int? Shards,
    [property: Description("A signing profile of AWS Signer, by its name or ARN, that the pipeline signs images with.")] string? Sign,
    [property: Description("Who proposes newer dependencies: GitHub's Dependabot, which it is where this is left out, or Renovate, for GitLab and Bitbucket too.")] DependencyUpdates? Updates,
    [property: Description("Show what would be written, and write nothing.")] bool DryRun);
