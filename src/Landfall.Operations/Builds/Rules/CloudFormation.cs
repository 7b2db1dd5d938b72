using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>A stack was not deployed: as Landfall says it, or as the CDK CLI does.</summary>
internal sealed partial class CloudFormation : IFailureRule
{
    /// <inheritdoc />
    public string Id => "cloudformation";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log)
    {
        if (log.Find(Landfall()) is { Success: true } own)
        {
            var said = log.From(Landfall(), 3);
            var advice = log.Find(Advice());
            return new BuildFailure(
                said,
                $"CloudFormation could not deploy {own.Groups["resource"].Value} ({own.Groups["type"].Value}) of {own.Groups["stack"].Value}.",
                advice.Success ? advice.Groups["advice"].Value : "The reason stands below it. Mend it and deploy again; CloudFormation has rolled the stack back.");
        }

        if (log.Lines(Bootstrap()) is { Count: > 0 } bare)
            return new BuildFailure(bare, "The account and region are not prepared for the CDK, or with an older version.", "Run 'cdk bootstrap' for the account and region once.");
        if (log.Lines(Schema()) is { Count: > 0 } old)
            return new BuildFailure(old, "The CDK CLI is older than the library that wrote the templates.", "Install the version of the CDK CLI that the line asks for.");
        if (log.Find(Event()) is { Success: true } match)
            return new BuildFailure(log.Lines(Event()), $"CloudFormation could not deploy a resource of type {match.Groups["type"].Value}.", "The first resource that failed is the cause; the others were cancelled with it. Mend what its reason says and deploy again.");
        return log.Lines(Failed()) is { Count: > 0 } lines ? new BuildFailure(lines, "The CDK CLI could not deploy a stack.", "Mend what the line says and deploy again.") : null;
    }

    [GeneratedRegex(@"^(?<stack>[\w-]+): (?<resource>\S+) \((?<type>(?:AWS|Custom)::[\w:]+)\) failed\.$")]
    private static partial Regex Landfall();

    [GeneratedRegex(@"^  Try:    (?<advice>.+)$")]
    private static partial Regex Advice();

    [GeneratedRegex(@"has (?:the environment|it) been bootstrapped|is it bootstrapped|not been bootstrapped|/cdk-bootstrap/\w+/version not found|requires bootstrap stack version")]
    private static partial Regex Bootstrap();

    [GeneratedRegex(@"[Cc]loud assembly schema version mismatch|This (?:AWS )?CDK CLI is not compatible with the CDK library")]
    private static partial Regex Schema();

    [GeneratedRegex(@"\| (?:CREATE|UPDATE|DELETE)_FAILED +\| (?<type>(?:AWS|Custom)::[\w:]+)")]
    private static partial Regex Event();

    [GeneratedRegex(@"^\s*❌ |ValidationError: Stack:|failed: (?:Error: )?The stack named ")]
    private static partial Regex Failed();
}
