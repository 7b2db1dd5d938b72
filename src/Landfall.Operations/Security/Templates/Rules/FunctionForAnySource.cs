namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A service of AWS's may call a function for anybody: for a bucket or a topic of a stranger's, too.</summary>
internal sealed class FunctionForAnySource() : TemplateRule(new(
    "aws-lambda-any-source", "A service may call a function for anybody", Severity.Medium, "AWS FSBP Lambda.1",
    "Who has such a resource in an account of his own can have the service call it (the confused deputy).",
    "Set 'SourceArn' or 'SourceAccount'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::Lambda::Permission")
            .Where(r => r.Text("Principal")?.EndsWith(".amazonaws.com", StringComparison.Ordinal) == true && !((string[])["SourceArn", "SourceAccount", "PrincipalOrgID", "EventSourceToken"]).Any(r.Has))
            .Select(r => r.At("Principal"));
}
