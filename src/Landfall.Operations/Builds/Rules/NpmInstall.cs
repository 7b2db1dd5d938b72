using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>npm, pnpm or yarn cannot install the packages.</summary>
internal sealed partial class NpmInstall : IFailureRule
{
    /// <inheritdoc />
    public string Id => "npm";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Lock()).Success)
            return new BuildFailure(log.Lines(Lock()), "The lock file does not fit package.json.", "Install on your own machine ('npm install', 'pnpm install', 'yarn install'), and commit the lock file that it writes.");
        if (log.Find(Script()) is { Success: true } script)
            return new BuildFailure(log.Lines(Script()), $"package.json has no script '{script.Groups["script"].Value}'.", "Add it, or run another one.");
        if (log.Find(Code()) is not { Success: true } match)
            return null;
        return new BuildFailure(
            log.From(Code(), 3),
            match.Groups["code"].Value switch
            {
                "ERESOLVE" => "Two packages want versions of a third that exclude each other.",
                "E404" => "The registry does not have a package, or shows it to nobody who is not signed in.",
                "ETARGET" => "A package does not have the version that is asked for.",
                "EBADENGINE" => "A package wants another version of Node.",
                "EINTEGRITY" => "A package is not the one that the lock file was written for.",
                var code => $"npm ended with {code}.",
            },
            match.Groups["code"].Value switch
            {
                "ERESOLVE" => "Take versions that go together; the lines name both sides.",
                "EBADENGINE" => "Set the version of Node in the buildspec and in 'engines' to one that the package takes.",
                "EINTEGRITY" => "Find out why it changed before you write the lock file anew.",
                _ => "Mend the package's name or version in package.json, install, and commit the lock file.",
            });
    }

    [GeneratedRegex(@"`npm ci` can only install packages when your package\.json and package-lock\.json|ERR_PNPM_OUTDATED_LOCKFILE|The lockfile would have been (?:created|modified) by this install|lockfile needs to be updated")]
    private static partial Regex Lock();

    [GeneratedRegex(@"npm (?:ERR!|error) Missing script: ""?(?<script>[^""\s]+)")]
    private static partial Regex Script();

    [GeneratedRegex(@"npm (?:ERR!|error) code (?<code>E(?:RESOLVE|404|TARGET|BADENGINE|INTEGRITY|USAGE))")]
    private static partial Regex Code();
}
