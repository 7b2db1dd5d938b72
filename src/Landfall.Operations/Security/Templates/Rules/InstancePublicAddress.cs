using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Instances get an address on the internet, by themselves or by their subnet.</summary>
internal sealed class InstancePublicAddress() : TemplateRule(new(
    "aws-instance-public-address", "An instance has an address on the internet", Severity.Medium, "AWS FSBP EC2.9, EC2.15, EC2.25, AutoScaling.5",
    "Only security groups keep everybody out.",
    "Put it into a private subnet, behind a load balancer."))
{
    private static readonly (string Type, string Path)[] Interfaces =
    [
        ("AWS::EC2::Instance", "NetworkInterfaces"), ("AWS::EC2::LaunchTemplate", "LaunchTemplateData.NetworkInterfaces"),
    ];

    private static readonly (string Type, string Path)[] Switches =
    [
        ("AWS::EC2::Subnet", "MapPublicIpOnLaunch"), ("AWS::AutoScaling::LaunchConfiguration", "AssociatePublicIpAddress"),
    ];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        Switches.SelectMany(place => template.OfType(place.Type).Where(r => r.IsTrue(place.Path)).Select(r => r.At(place.Path)))
            .Concat(Interfaces.SelectMany(place => template.OfType(place.Type).SelectMany(r => r.Items(place.Path)
                .Where(one => NodeReading.IsTrue(r.Find(one, "AssociatePublicIpAddress")))
                .Select(one => new Spot(one.LineOf("AssociatePublicIpAddress", one.Mark.Line), $"{r.Id}/{place.Path}")))));
}
