using System.Net;
using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Network;

public sealed class NetworkStackTests
{
    [Theory]
    [InlineData(NatMode.None, 0)]
    [InlineData(NatMode.One, 1)]
    [InlineData(NatMode.PerZone, 2)]
    public void Create_NatMode_GivesThatManyGateways(NatMode nat, int expected)
    {
        var resources = Resources(new NetworkPlan { Zones = ["eu-west-1a", "eu-west-1b"], Nat = nat });

        Assert.Equal(expected, Count(resources, "AWS::EC2::NatGateway"));
    }

    [Fact]
    public void Create_ThirdZone_MovesNoSubnet()
    {
        var two = Blocks(Resources(new NetworkPlan { Zones = ["eu-west-1a", "eu-west-1b"] }));
        var three = Blocks(Resources(new NetworkPlan { Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] }));

        Assert.Equal(4, two.Count);
        Assert.Equal(6, three.Count);
        Assert.Subset(three, two);
    }

    [Theory]
    [InlineData("10.20.0.0/16")]
    [InlineData("192.168.4.0/22")]
    public void Create_Block_HoldsSubnetsThatDoNotOverlap(string cidr)
    {
        var vpc = IPNetwork.Parse(cidr);
        var plan = new NetworkPlan { Cidr = cidr, Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] };
        var blocks = Blocks(Resources(plan)).Select(block => IPNetwork.Parse(block)).ToList();

        Assert.All(blocks, block => Assert.True(vpc.Contains(block.BaseAddress)));
        Assert.All(blocks, block => Assert.Single(blocks, other => other.Contains(block.BaseAddress) || block.Contains(other.BaseAddress)));
    }

    [Fact]
    public void Create_NoSecurityGroupRule_AdmitsTheInternet()
    {
        var text = string.Concat(Resources(new NetworkPlan { Zones = ["eu-west-1a", "eu-west-1b"] })
            .Where(resource => (string?)resource["Type"] is "AWS::EC2::SecurityGroupIngress")
            .Select(resource => resource.ToJsonString()));

        Assert.DoesNotContain("0.0.0.0/0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ImportedVpcWithEndpoints_AddsTheMissingOnesAndIsAdmittedToTheOthers()
    {
        var plan = SmallPlan.Create() with
        {
            Network = new NetworkPlan
            {
                Zones = ["eu-west-1a", "eu-west-1b"],
                Import = new ImportedNetworkPlan
                {
                    VpcId = "vpc-1",
                    VpcCidr = "10.9.0.0/16",
                    Subnets = [new SubnetPlan("10.9.0.0/24", "eu-west-1a", true), new SubnetPlan("10.9.1.0/24", "eu-west-1a", false)],
                    Endpoints = [new EndpointPlan("ecr.api", "sg-1"), new EndpointPlan("ecr.dkr", "sg-1"), new EndpointPlan("kms", "sg-2")],
                },
            },
            Services = [new WorkerServicePlan { Name = "mailer", Image = new ImagePlan { Reference = "1.dkr/x" }, Queue = "emails" }],
            Queues = [new QueuePlan { Name = "emails" }],
        };

        var resources = Synthesis.Run(plan)["shop-dev-network"]["Resources"]!.AsObject().Select(entry => entry.Value!).ToList();

        var endpoints = resources.Where(resource => (string?)resource["Type"] == "AWS::EC2::VPCEndpoint")
            .Select(resource => ((string)resource["Properties"]!["ServiceName"]!).Split("eu-west-1.")[1]);
        Assert.Equal(["logs", "s3", "ssm"], endpoints.Order(StringComparer.Ordinal));
        var admitting = resources.Where(resource => (string?)resource["Type"] == "AWS::EC2::SecurityGroupIngress")
            .Select(resource => resource["Properties"]!["GroupId"]!).Where(group => group is JsonValue).Select(group => (string)group!);
        Assert.Equal(["sg-1"], admitting);
    }

    private static List<JsonNode> Resources(NetworkPlan network) =>
        [.. Synthesis.Run(SmallPlan.Create() with { Network = network })["shop-dev-network"]["Resources"]!.AsObject().Select(entry => entry.Value!)];

    private static int Count(List<JsonNode> resources, string type) => resources.Count(resource => (string?)resource["Type"] == type);

    private static HashSet<string> Blocks(List<JsonNode> resources) =>
    [
        .. resources.Where(resource => (string?)resource["Type"] == "AWS::EC2::Subnet")
            .Select(resource => (string)resource["Properties"]!["CidrBlock"]!),
    ];
}
