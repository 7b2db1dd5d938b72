namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A function's address answers everybody.</summary>
internal sealed class PublicFunctionUrl() : TemplateRule(new(
    "aws-lambda-url-public", "A function's address answers everybody", Severity.High, "AWS: Lambda function URL security",
    "Nothing asks who calls.",
    "Set 'AuthType: AWS_IAM', or put CloudFront with an access control before it."))
{
    private static readonly (string Type, string Path)[] Places = [("AWS::Lambda::Url", "AuthType"), ("AWS::Serverless::Function", "FunctionUrlConfig.AuthType")];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        Places.SelectMany(place => template.OfType(place.Type).Where(r => r.Text(place.Path) == "NONE").Select(r => r.At(place.Path)));
}
