using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>IAM has refused a call (IAM User Guide, "Troubleshoot access denied error messages").</summary>
internal sealed partial class PermissionDenied : IFailureRule
{
    /// <inheritdoc />
    public string Id => "permission-denied";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Says()) is not { Success: true } match)
            return log.Lines(Short()) is { Count: > 0 } lines ? new BuildFailure(lines, "AWS has refused a call for lack of a permission.", "Find the call in CloudTrail, and let the role of the build do it.") : null;
        var (who, action, resource) = (match.Groups["who"].Value, match.Groups["action"].Value, match.Groups["resource"].Value);
        var why = match.Groups["why"].Value;
        return new BuildFailure(
            log.Lines(Says()),
            $"{(who.Length > 0 ? who : "The role of the build")} may not do {action}{(resource.Length > 0 ? $" on {resource}" : "")}.",
            why.Contains("explicit deny", StringComparison.Ordinal)
                ? "A policy forbids it: look for a statement with Deny in the kind of policy that the line names."
                : action == "sts:AssumeRole"
                    ? "The role has to trust who takes it, and who takes it needs the permission: look at the role's trust policy first."
                    : "Allow it in the role's policy. Roles that Landfall wrote come up to date with 'landfall pipeline deploy', or with 'landfall pipeline export' and the commands that it prints.");
    }

    [GeneratedRegex(@"(?:User: (?<who>\S+) )?is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>[^\s""',]+))?(?<why>.*)$")]
    private static partial Regex Says();

    [GeneratedRegex(@"\((?:AccessDenied|AccessDeniedException|UnauthorizedOperation)\)")]
    private static partial Regex Short();
}
