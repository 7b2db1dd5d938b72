namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A REST API's method asks nobody who he is. What browsers ask before they call (OPTIONS) has no authorization.</summary>
internal sealed class OpenMethod() : TemplateRule(new(
    "aws-api-method-open", "An API's method asks nobody who he is", Severity.Medium, "AWS: API Gateway access control",
    "Everybody on the internet may call it.",
    "Set 'AuthorizationType' to AWS_IAM, CUSTOM or COGNITO_USER_POOLS, or 'ApiKeyRequired: true'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ApiGateway::Method").Where(r => r.Text("HttpMethod") != "OPTIONS" && !r.IsTrue("ApiKeyRequired") && r.Text("AuthorizationType") == "NONE").Select(r => r.At("AuthorizationType"));
}
