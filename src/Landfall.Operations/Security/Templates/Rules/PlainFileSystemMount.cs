using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A task reads a file system in plain over the network.</summary>
internal sealed class PlainFileSystemMount() : TemplateRule(new(
    "aws-ecs-plain-mount", "A task reads its file system in plain", Severity.Medium, "AWS: EFS encryption in transit",
    "Who is on the way reads and changes its files.",
    "Set 'EFSVolumeConfiguration: { TransitEncryption: ENABLED }'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ECS::TaskDefinition").SelectMany(r => r.Items("Volumes")
            .Where(volume => Configuration(r, volume) is { } efs && r.Find(efs, "TransitEncryption") is null or ScalarNode { Text: "DISABLED" })
            .Select(volume => new Spot(volume.Mark.Line, $"{r.Id}/{r.Text(volume, "Name") ?? "-"}")));

    // CloudFormation takes both spellings.
    private static ConfigNode? Configuration(TemplateResource task, ConfigNode volume) =>
        task.Find(volume, "EFSVolumeConfiguration") ?? task.Find(volume, "EfsVolumeConfiguration");
}
