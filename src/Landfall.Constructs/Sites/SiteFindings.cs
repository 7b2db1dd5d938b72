using Amazon.CDK;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Sites;

/// <summary>Why the CDK's own upload function, the only compute in a site's stack, breaks rules.</summary>
internal static class SiteFindings
{
    public static void Acknowledge(LandfallStack stack, string bucket)
    {
        var account = stack.Plan.Account ?? "<AWS::AccountId>";
        var assets = $"cdk-hnb659fds-assets-{account}-{stack.Plan.Region}";
        var site = bucket.Replace(stack.Names.Account, account, StringComparison.Ordinal);
        Acknowledgment[] findings =
        [
            Finding("IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
                "The CDK gives its upload function the managed policy for logs."),
            .. new[] { "Abort*", "DeleteObject*", "GetBucket*", "GetObject*", "List*" }.Select(action =>
                Finding($"IAM5[Action::s3:{action}]", "The CDK grants its upload function access by groups of actions.")),
            Finding($"IAM5[Resource::arn:<AWS::Partition>:s3:::{assets}/*]", "The site's archive is an object of the asset bucket."),
            Finding($"IAM5[Resource::arn:<AWS::Partition>:s3:::{site}/*]", "The site's files are chosen when it is built."),
            Finding("IAM5[Resource::*]", "The CDK allows the invalidation on every distribution."),
            Finding("L1", "The CDK chooses the runtime of its upload function."),
        ];
        Validations.Of(stack).Acknowledge(findings);

        // The function names its role twice; nothing in it is ours to change.
        stack.TemplateOptions.Metadata = new Dictionary<string, object>
        {
            ["cfn-lint"] = new Dictionary<string, object>
            {
                ["config"] = new Dictionary<string, object> { ["ignore_checks"] = new[] { "W3005" } },
            },
        };
    }

    private static Acknowledgment Finding(string id, string reason) => new() { Id = $"AwsSolutions-{id}", Reason = reason };
}
