using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.SecretsManager;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Edge;

/// <summary>
/// What the load balancer's firewall knows requests of the CDN by. Whoever calls the load balancer itself can write any header,
/// so the visitor's address counts only beside a value that nobody else has (CloudFront Developer Guide, "Restrict access to
/// Application Load Balancers").
/// </summary>
internal sealed class CdnMark
{
    /// <summary>The header with the value.</summary>
    public const string Header = "x-landfall-cdn";

    /// <summary>The header with the visitor's address; X-Forwarded-For begins with whatever the visitor has sent.</summary>
    public const string VisitorHeader = "x-landfall-visitor";

    private CdnMark(LandfallStack stack)
    {
        var secret = new CfnSecret(stack, "CdnMark", new CfnSecretProps
        {
            Description = "What the CDN shows to the firewall of the load balancer",
            GenerateSecretString = new CfnSecret.GenerateSecretStringProperty { PasswordLength = 40, ExcludePunctuation = true },
        });
        stack.Accept(secret, "AwsSolutions-SMG4", "Both ends take it from here in one deployment; another value would refuse requests in between.");

        // CloudFormation resolves it: the value is in no template.
        Value = $"{{{{resolve:secretsmanager:{secret.Ref}:SecretString}}}}";
        VisitorFunction = new CfnFunction(stack, "CdnVisitor", new CfnFunctionProps
        {
            Name = stack.Plan.AwsNames.PathFunction("landfall-visitor"),
            AutoPublish = true,
            FunctionCode = Code,
            FunctionConfig = new CfnFunction.FunctionConfigProperty { Runtime = "cloudfront-js-2.0", Comment = "The visitor's address for the firewall" },
        }).AttrFunctionArn;
    }

    /// <summary>The value, as a reference.</summary>
    public string Value { get; }

    /// <summary>The function that tells the visitor's address, whatever the visitor says (CloudFront Developer Guide, "viewer object").</summary>
    public string VisitorFunction { get; }

    private static string Code => $$"""
        function handler(event) {
          var request = event.request;
          request.headers['{{VisitorHeader}}'] = { value: event.viewer.ip };
          return request;
        }
        """.ReplaceLineEndings("\n");

    /// <summary>Makes it where a firewall stands behind a CDN.</summary>
    public static CdnMark? Of(LandfallStack stack) =>
        stack.Plan is { Firewall: not null } plan && plan.Services.Any(service => service is WebServicePlan) && plan.Services.OfType<SiteServicePlan>().Any(site => site.Routes.Count > 0)
            ? new CdnMark(stack)
            : null;
}
