using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>AWS's policy for administrators is attached.</summary>
internal sealed class AdministratorPolicy() : TemplateRule(new(
    "aws-iam-administrator-policy", "AWS's policy for administrators is attached", Severity.High, "AWS FSBP IAM.1",
    "Who has it has the account.",
    "Attach a policy that has only what is needed."))
{
    private static readonly string[] Policies = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group")
            .Where(r => r.Items("ManagedPolicyArns").Any(arn => Names(arn) is { } text && Policies.Any(name => text.EndsWith($"policy/{name}", StringComparison.Ordinal)))
                || WrittenOut(r)).Select(r => r.At("ManagedPolicyArns"))
            .Concat(template.OfType("AWS::Serverless::Function").Where(r => r.Items("Policies").Any(policy => Names(policy) is { } text && Policies.Any(name => text == name || text.EndsWith($"policy/{name}", StringComparison.Ordinal)))).Select(r => r.At("Policies")));

    private static string? Names(ConfigNode arn) => (arn as ScalarNode)?.Text;

    // With the partition in it the name is only known at the deployment, but its end is written.
    private static bool WrittenOut(TemplateResource resource) =>
        (resource.Properties.Find("ManagedPolicyArns")?.Value as ListNode)?.Items.OfType<MapNode>().Any(map => map.Entries is [{ Value: var value }] && End(value) is { } end && Policies.Any(name => end.EndsWith($"policy/{name}", StringComparison.Ordinal))) == true;

    private static string? End(ConfigNode value) => value switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode { Items: [_, ListNode { Items: [.., ScalarNode last] }] } => last.Text,
        _ => null,
    };
}
