using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Landfall.Operations.Migration.Copilot.Addons;

/// <summary>
/// Gives resources of an addon's template that hold data <c>DeletionPolicy: Retain</c> and <c>UpdateReplacePolicy: Retain</c>, and leaves
/// every other line as it is. With these the resources outlive their stack (CloudFormation Template Reference, "DeletionPolicy
/// attribute"), and can be taken over by another one ("Moving resources between stacks").
/// </summary>
internal static class RetainPatch
{
    private const string Retain = "Retain";
    private static readonly string[] Policies = ["DeletionPolicy", "UpdateReplacePolicy"];

    private static readonly HashSet<string> Stores = new(StringComparer.Ordinal)
    {
        "AWS::Cognito::UserPool", "AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table", "AWS::EC2::Volume", "AWS::ECR::Repository", "AWS::EFS::FileSystem",
        "AWS::ElastiCache::ReplicationGroup", "AWS::Kinesis::Stream", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::Neptune::DBCluster", "AWS::OpenSearchService::Domain",
        "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::S3::Bucket", "AWS::SecretsManager::Secret", "AWS::SQS::Queue",
    };

    // A database that stays needs them, so that AWS would not delete them, and the stack's deletion would fail.
    private static readonly HashSet<string> Ground = new(StringComparer.Ordinal)
    {
        "AWS::EC2::SecurityGroup", "AWS::RDS::DBClusterParameterGroup", "AWS::RDS::DBParameterGroup", "AWS::RDS::DBSubnetGroup",
    };

    /// <summary>Makes the new text of a template.</summary>
    /// <param name="file">The template, relative to the repository.</param>
    /// <param name="text">Its text, which is YAML.</param>
    /// <returns>The new text; null where the template has no resource that holds data.</returns>
    public static RetainedAddon? Of(string file, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..] || AddonFiles.Child(root, "Resources") is not { } resources)
            return null;
        var bodies = resources.Children.Where(pair => pair.Value is YamlMappingNode).Select(pair => (Id: ((YamlScalarNode)pair.Key).Value ?? "", Body: (YamlMappingNode)pair.Value)).ToList();
        var database = bodies.Exists(one => AddonFiles.Text(one.Body, "Type")?.StartsWith("AWS::RDS::DB", StringComparison.Ordinal) == true);
        var stores = bodies.Where(one => AddonFiles.Text(one.Body, "Type") is { } type && (Stores.Contains(type) || (database && Ground.Contains(type))))
            .Where(one => Policies.Any(policy => AddonFiles.Text(one.Body, policy) != Retain)).ToList();
        if (stores.Count == 0)
            return null;

        // From the last to the first, so that the numbers of the lines before stay right.
        var (lines, byHand) = (text.Split('\n').ToList(), new List<string>());
        foreach (var (id, body) in Enumerable.Reverse(stores))
        {
            if (body.Style == YamlDotNet.Core.Events.MappingStyle.Flow)
                byHand.Insert(0, id);
            else
                Keep(lines, body);
        }

        var kept = stores.Select(one => one.Id).Except(byHand, StringComparer.Ordinal).ToList();
        return new RetainedAddon(file, kept.Count > 0 ? string.Join('\n', lines) : null, kept, byHand);
    }

    /// <summary>In place of the policies that a resource has come those that keep it, in front of its first key.</summary>
    private static void Keep(List<string> lines, YamlMappingNode body)
    {
        var first = Line(body.Children.First().Key.Start);
        var column = (int)body.Children.First().Key.Start.Column - 1;
        var ending = lines[first].EndsWith('\r') ? "\r" : "";
        foreach (var place in body.Children.Where(pair => pair.Key is YamlScalarNode { Value: { } name } && Policies.Contains(name)).Select(pair => Line(pair.Key.Start)).OrderDescending())
            lines.RemoveAt(place);
        lines.InsertRange(first, Policies.Select(policy => $"{new string(' ', column)}{policy}: {Retain}{ending}"));
    }

    private static int Line(Mark mark) => (int)mark.Line - 1;
}
