using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>NuGet cannot restore the packages (NuGet documentation, "Errors and warnings").</summary>
internal sealed partial class NugetRestore : IFailureRule
{
    /// <inheritdoc />
    public string Id => "nuget";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Find(Says()) is not { Success: true } match
        ? null
        : match.Groups["code"].Value switch
        {
            "NU1101" or "NU1102" or "NU1103" => new BuildFailure(log.Lines(Says()), "No source has a package, or the version that is asked for.", "Check its name and version, and the sources in nuget.config."),
            "NU1004" => new BuildFailure(log.Lines(Says()), "packages.lock.json does not fit the projects.", "Run 'dotnet restore --force-evaluate', and commit the lock file."),
            "NU1605" or "NU1107" => new BuildFailure(log.Lines(Says()), "Two packages want versions of a third that exclude each other.", "Reference the version of that package that both take."),
            var code => new BuildFailure(log.Lines(Says()), $"NuGet could not restore the packages ({code}).", "Mend what the line says, and run 'dotnet restore'."),
        };

    [GeneratedRegex(@"\berror (?<code>NU\d{4})\b")]
    private static partial Regex Says();
}
