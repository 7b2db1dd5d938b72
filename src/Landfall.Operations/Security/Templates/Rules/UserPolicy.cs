namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A user has policies of its own.</summary>
internal sealed class UserPolicy() : TemplateRule(new(
    "aws-iam-user-policy", "A user has policies of its own", Severity.Low, "AWS FSBP IAM.2",
    "Rights that hang on single people stay when their work changes.",
    "Give rights to groups or, better, to roles."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::IAM::User").SelectMany(r => ((string[])["Policies", "ManagedPolicyArns"]).Where(path => r.Items(path).Any()).Take(1).Select(path => r.At(path)))
            .Concat(template.OfType("AWS::IAM::Policy").Where(r => r.Has("Users")).Select(r => r.At("Users")));
}
