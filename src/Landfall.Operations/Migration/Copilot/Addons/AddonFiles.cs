using Landfall.Config;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Mark = Landfall.Config.Tree.Mark;

namespace Landfall.Operations.Migration.Copilot.Addons;

/// <summary>Reads addons: templates of CloudFormation's beside a manifest, as <c>copilot storage init</c> and people write them.</summary>
internal static class AddonFiles
{
    // What such a template has for a resource's sake. Landfall makes its own from 'uses'.
    private static readonly HashSet<string> Companions = new(StringComparer.Ordinal)
    {
        "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress", "AWS::IAM::ManagedPolicy", "AWS::RDS::DBClusterParameterGroup", "AWS::RDS::DBParameterGroup",
        "AWS::RDS::DBSubnetGroup", "AWS::S3::BucketPolicy", "AWS::SecretsManager::SecretTargetAttachment", "AWS::SQS::QueuePolicy",
    };

    /// <summary>Reads those of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="ledger">The account of what is read.</param>
    /// <returns>The resources that the file can have.</returns>
    public static IReadOnlyList<AddonResource> Read(CopilotWorkspace workspace, KeyLedger ledger)
    {
        var names = new HashSet<string>(workspace.Services.Select(s => s.Key), StringComparer.Ordinal);
        return [.. Files(workspace).SelectMany(file => ReadFile(workspace, file, names, ledger))];
    }

    /// <summary>The templates of a workspace that have to be changed so that what holds data outlives Copilot's stacks.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <returns>The templates, in order of name.</returns>
    public static IReadOnlyList<RetainedAddon> Retained(CopilotWorkspace workspace) =>
        [.. Files(workspace).Select(file => RetainPatch.Of(file, File.ReadAllText(Path.Combine(workspace.Root, file)))).OfType<RetainedAddon>()];

    private static IEnumerable<string> Files(CopilotWorkspace workspace) =>
        Directory.EnumerateFiles(Path.Combine(workspace.Root, "copilot"), "*.y*ml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(workspace.Root, path).Replace('\\', '/'))
            .Where(file => file.Split('/') is [.., "addons", _])
            .Order(StringComparer.Ordinal);

    private static IEnumerable<AddonResource> ReadFile(CopilotWorkspace workspace, string file, HashSet<string> names, KeyLedger ledger)
    {
        var owner = file.Split('/')[1];
        IReadOnlyList<string> services = [.. workspace.Services.Where(s => s.File.Split('/')[1] == owner).Select(s => s.Key)];
        if (Load(Path.Combine(workspace.Root, file), file) is not { } template)
            yield break;
        if (Child(template, "Resources") is not { } resources)
        {
            ledger.Add(file, new Mark(1, 1), file, KeyOutcome.Left, null, "It has no resources; parameters of addons have no equal.");
            yield break;
        }

        foreach (var (key, body) in resources.Children.Select(pair => ((YamlScalarNode)pair.Key, pair.Value as YamlMappingNode)))
        {
            var (id, type) = (key.Value ?? "", Text(body, "Type") ?? "");
            var mark = new Mark((int)key.Start.Line, (int)key.Start.Column);
            var properties = Child(body, "Properties") ?? [];
            if (Companions.Contains(type) || (type == "AWS::SecretsManager::Secret" && file.Contains("rds", StringComparison.OrdinalIgnoreCase))
                || (type == "AWS::RDS::DBInstance" && Text(properties, "Engine")?.StartsWith("aurora", StringComparison.Ordinal) == true))
            {
                ledger.Add(file, mark, $"Resources.{id}", KeyOutcome.Exact, "uses", null);
                continue;
            }

            if (AddonMapping.Map(type, properties) is not { } mapped)
            {
                ledger.Add(file, mark, $"Resources.{id}", KeyOutcome.Left, null, $"Landfall has no {type}: add it in C# with 'extend', or keep Copilot's stack for it.");
                continue;
            }

            var name = NewName.Of(id);
            if (!names.Add(name))
                names.Add(name = $"{name}-{mapped.Section.TrimEnd('s')}");
            ledger.Add(file, mark, $"Resources.{id}", KeyOutcome.Changed, $"{mapped.Section}.{name}", $"{mapped.Note} Landfall makes a new one, which is empty: Copilot's keeps its data until it is {(mapped.Section is "tables" or "buckets" ? "taken over or " : "")}copied.");
            yield return new AddonResource(mapped.Section, name, mapped.Value, services, file, id) { AwsName = Named(properties, mapped.Section == "tables" ? "TableName" : "BucketName") };
        }
    }

    private static YamlMappingNode? Load(string path, string name)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = File.OpenText(path);
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : null;
        }
        catch (YamlException e)
        {
            throw new LandfallException(ErrorCodes.ManifestUnreadable, $"{name}:{e.Start.Line}:{e.Start.Column} {e.Message} Nothing was written.");
        }
    }

    /// <summary>A mapping below a key.</summary>
    internal static YamlMappingNode? Child(YamlMappingNode? node, string key) => Find(node, key) as YamlMappingNode;

    /// <summary>The items of a list below a key that are mappings.</summary>
    internal static IEnumerable<YamlMappingNode> Children(YamlMappingNode? node, string key) =>
        (Find(node, key) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    /// <summary>A text below a key; null where it is computed by the template.</summary>
    internal static string? Text(YamlMappingNode? node, string key) => Find(node, key) is YamlScalarNode { Tag.IsEmpty: true } scalar ? scalar.Value : null;

    /// <summary>A text below a key, also one that has the template's parameters in it.</summary>
    private static string? Named(YamlMappingNode node, string key) =>
        Find(node, key) is YamlScalarNode scalar && (scalar.Tag.IsEmpty || scalar.Tag.Value == "!Sub") ? scalar.Value : null;

    private static YamlNode? Find(YamlMappingNode? node, string key) =>
        node is not null && node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
