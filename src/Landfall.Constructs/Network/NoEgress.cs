using Amazon.CDK.AWS.EC2;

namespace Landfall.Constructs.Network;

/// <summary>The egress of a security group whose members never open a connection.</summary>
internal static class NoEgress
{
    /// <summary>A rule that fits no packet: without any rule EC2 would allow everything.</summary>
    public static object[] Rules { get; } =
    [
        new CfnSecurityGroup.EgressProperty
        {
            CidrIp = "255.255.255.255/32",
            IpProtocol = "icmp",
            FromPort = 252,
            ToPort = 86,
            Description = "No outbound traffic",
        },
    ];
}
