using System.Net;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Network;

public sealed class NetworkStackTests
{
    [Theory]
    [InlineData("none", 0)]
    [InlineData("one", 1)]
    [InlineData("perZone", 2)]
    public void Create_NatMode_GivesThatManyGateways(string nat, int expected)
    {
        var resources = Resources($"network: {{ nat: {nat} }}");

        Assert.Equal(expected, Count(resources, "AWS::EC2::NatGateway"));
    }

    [Fact]
    public void Create_ThirdZone_MovesNoSubnet()
    {
        var two = Blocks(Resources(""));
        var three = Blocks(Resources("network: { zones: 3 }"));

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
        var blocks = Blocks(Resources($"network: {{ cidr: {cidr}, zones: 3 }}")).Select(block => IPNetwork.Parse(block)).ToList();

        Assert.All(blocks, block => Assert.True(vpc.Contains(block.BaseAddress)));
        Assert.All(blocks, block => Assert.Single(blocks, other => other.Contains(block.BaseAddress) || block.Contains(other.BaseAddress)));
    }

    [Fact]
    public void Create_NoSecurityGroupRule_AdmitsTheInternet()
    {
        var text = string.Concat(Resources("")
            .Where(resource => (string?)resource["Type"] is "AWS::EC2::SecurityGroupIngress")
            .Select(resource => resource.ToJsonString()));

        Assert.DoesNotContain("0.0.0.0/0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ImportedVpcWithEndpoints_AddsTheMissingOnesAndIsAdmittedToTheOthers()
    {
        var facts = new EnvironmentFacts
        {
            Network = new ImportedNetworkPlan
            {
                VpcId = "vpc-0001",
                VpcCidr = "10.9.0.0/16",
                Subnets = [new SubnetPlan("10.9.0.0/24", "eu-west-1a", true), new SubnetPlan("10.9.1.0/24", "eu-west-1a", false)],
                Endpoints = [new EndpointPlan("ecr.api", "sg-1"), new EndpointPlan("ecr.dkr", "sg-1"), new EndpointPlan("kms", "sg-2")],
            },
        };
        var plan = SmallPlan.Create(
            "network: { nat: none, import: { vpc: vpc-0001 } }\nqueues: { emails: {} }\nservices: { mailer: { type: worker, image: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/x, queue: emails } }",
            facts: facts);

        var resources = Synthesis.Run(plan)["shop-dev-network"]["Resources"]!.AsObject().Select(entry => entry.Value!).ToList();

        var endpoints = resources.Where(resource => (string?)resource["Type"] == "AWS::EC2::VPCEndpoint")
            .Select(resource => ((string)resource["Properties"]!["ServiceName"]!).Split("eu-west-1.")[1]);
        Assert.Equal(["logs", "s3", "sqs"], endpoints.Order(StringComparer.Ordinal));
        var admitting = resources.Where(resource => (string?)resource["Type"] == "AWS::EC2::SecurityGroupIngress")
            .Select(resource => resource["Properties"]!["GroupId"]!).Where(group => group is JsonValue).Select(group => (string)group!);
        Assert.Equal(["sg-1"], admitting);
    }

    private static List<JsonNode> Resources(string network) =>
        [.. Synthesis.Run(SmallPlan.Create(network))["shop-dev-network"]["Resources"]!.AsObject().Select(entry => entry.Value!)];

    private static int Count(List<JsonNode> resources, string type) => resources.Count(resource => (string?)resource["Type"] == type);

    private static HashSet<string> Blocks(List<JsonNode> resources) =>
    [
        .. resources.Where(resource => (string?)resource["Type"] == "AWS::EC2::Subnet")
            .Select(resource => (string)resource["Properties"]!["CidrBlock"]!),
    ];
}
