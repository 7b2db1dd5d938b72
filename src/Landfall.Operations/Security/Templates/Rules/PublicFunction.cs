namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Everybody may call a function.</summary>
internal sealed class PublicFunction() : TemplateRule(new(
    "aws-lambda-public", "Everybody may call a function", Severity.Critical, "AWS FSBP Lambda.1",
    "Everybody with an account of AWS's can run it, on your bill.",
    "Name the principal, and the caller by 'SourceArn' or 'SourceAccount'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::Lambda::Permission", "AWS::Lambda::LayerVersionPermission")
            .Where(r => r.Text("Principal") == "*" && !((string[])["SourceArn", "SourceAccount", "PrincipalOrgID", "OrganizationId", "FunctionUrlAuthType"]).Any(r.Has)).Select(r => r.At("Principal"));
}
