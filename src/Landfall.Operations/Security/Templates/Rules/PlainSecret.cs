using Landfall.Config.Tree;
using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A secret stands in a resource's property.</summary>
internal sealed class PlainSecret() : TemplateRule(new(
    "aws-plain-secret", "A secret stands in the template", Severity.High, "AWS FSBP ECS.8, CodeBuild.2",
    "Everybody who reads the repository, the stack or the resource reads it.",
    "Keep it in Secrets Manager, and refer to it: '{{resolve:secretsmanager:…}}', 'Secrets', 'ManageMasterUserPassword: true'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.Resources.Where(r => !r.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal)).SelectMany(r => Below(r, r.Properties, ""));

    private static IEnumerable<Spot> Below(TemplateResource resource, ConfigNode node, string path) => node switch
    {
        // An environment of ECS or CodeBuild: { Name: X, Value: y }.
        MapNode map when map.Find("Name")?.Value is ScalarNode name && map.Find("Value") is { } value && resource.Text(map, "Type") is null or "PLAINTEXT" =>
            IsSecret(resource, name.Text, value.Value) ? [new Spot(value.KeyMark.Line, $"{resource.Id}{path}/{name.Text}").FixedBy(Fix(resource, map, "Value", name.Text))] : [],
        MapNode map => map.Entries.SelectMany(e => IsSecret(resource, e.Key, e.Value) ? [new Spot(e.KeyMark.Line, $"{resource.Id}{path}/{e.Key}").FixedBy(Fix(resource, map, e.Key, e.Key))] : Below(resource, e.Value, $"{path}/{e.Key}")),
        ListNode list => list.Items.SelectMany(item => Below(resource, item, path)),
        _ => [],
    };

    /// <summary>
    /// RDS keeps a password itself; anything else is looked up at the deployment, which fails until somebody has made the secret
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html).
    /// </summary>
    private static IReadOnlyList<Edit> Fix(TemplateResource resource, MapNode map, string key, string name)
    {
        if (map.Find(key)?.Value is not ScalarNode)
            return []; // a function brings it from elsewhere, where it is found too
        if (key == "MasterUserPassword" && resource.Type is "AWS::RDS::DBInstance" or "AWS::RDS::DBCluster")
            return [new ReplaceEntry(map, key, "ManageMasterUserPassword", true)];
        return [new SetValue(map, [key], $"{{{{resolve:secretsmanager:{resource.Id}/{name}}}}}")];
    }

    private static bool IsSecret(TemplateResource resource, string name, ConfigNode value) =>
        SecretName.IsOne(name) && name != "ServiceToken" && value is ScalarNode or MapNode { Entries: [{ Key: "Ref" or "Fn::Sub" or "Fn::Join" or "Fn::If" }] }
        && resource.Intrinsics.Resolve(value) is ScalarNode { Text: var text } && SecretValue.IsPlain(text) && !text.Contains('\n', StringComparison.Ordinal);
}
