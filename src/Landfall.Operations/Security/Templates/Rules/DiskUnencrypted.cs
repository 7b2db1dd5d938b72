using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>An instance's disk is said not to be encrypted.</summary>
internal sealed class DiskUnencrypted() : TemplateRule(new(
    "aws-instance-disk-unencrypted", "An instance's disk is not encrypted", Severity.Medium, "AWS FSBP EC2.3",
    "Who gets at the disk, a snapshot or a copy of it reads the data.",
    "Set 'Ebs: { Encrypted: true }'."))
{
    private static readonly (string Type, string Path)[] Places =
    [
        ("AWS::EC2::Instance", "BlockDeviceMappings"), ("AWS::EC2::LaunchTemplate", "LaunchTemplateData.BlockDeviceMappings"), ("AWS::AutoScaling::LaunchConfiguration", "BlockDeviceMappings"),
    ];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        Places.SelectMany(place => template.OfType(place.Type).SelectMany(r => r.Items(place.Path)
            .Where(disk => r.Find(disk, "Ebs") is not (null or UnknownNode) && r.Find(disk, "Ebs.SnapshotId") is null && r.Find(disk, "Ebs.Encrypted") is var value && value is not UnknownNode && !NodeReading.IsTrue(value))
            .Select(disk => new Spot(disk.LineOf("Ebs.Encrypted", disk.Mark.Line), $"{r.Id}/{place.Path}")
                .FixedBy(disk.At("Ebs") is MapNode ebs && ebs.Find("Encrypted") is null or { Value: ScalarNode } ? [new SetValue(ebs, "Encrypted", true)] : []))));
}
