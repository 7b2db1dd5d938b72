using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Tests.Networks;

public sealed class NetworkPlannerTests
{
    private static readonly string[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_SubnetsOfOthers_AreNotHandedOut()
    {
        // 'shop-dev-2' begins like 'shop-dev'; a name proves nothing, the stack does.
        using var aws = Account(
            Subnet("10.0.0.0/24", "shop-dev-network", "shop-dev-public-eu-west-1a"),
            Subnet("10.0.1.0/24", "shop-dev-2-network", "shop-dev-2-public-eu-west-1a"),
            Subnet("10.0.2.0/24", null, "shop-dev-by-hand"));

        var import = await ImportAsync(aws, Needed(vpc: "vpc-1"));

        Assert.Equal(
            [
                new SubnetPlan("10.0.0.0/24", "eu-west-1a", true), new SubnetPlan("10.0.3.0/24", "eu-west-1b", true),
                new SubnetPlan("10.0.4.0/24", "eu-west-1a", false), new SubnetPlan("10.0.5.0/24", "eu-west-1b", false),
            ],
            import.Subnets);
    }

    [Fact]
    public async Task ImportAsync_Vpc_HasItsFacts()
    {
        using var aws = Account();

        var import = await ImportAsync(aws, Needed(vpc: "vpc-1"));

        Assert.Equal(("vpc-1", "10.0.0.0/16", "igw-1"), (import.VpcId, import.VpcCidr, import.InternetGatewayId));
        Assert.Equal([new EndpointPlan("logs", "sg-1")], import.Endpoints);
        Assert.Null(import.EmrCluster);
    }

    [Fact]
    public async Task ImportAsync_GivenBlocks_AreCheckedAndNoneIsLookedFor()
    {
        using var aws = Account(Subnet("10.0.0.0/24", "shop-dev-2-network", "x"));

        Assert.Empty((await ImportAsync(aws, Needed(vpc: "vpc-1", prefix: null, given: ["10.0.1.0/24"]))).Subnets);
        var e = await Assert.ThrowsAsync<LandfallException>(() => ImportAsync(aws, Needed(vpc: "vpc-1", prefix: null, given: ["10.0.0.0/25"])));

        Assert.Equal("LF5106", e.Code);
    }

    [Fact]
    public async Task ImportAsync_EmrCluster_IsInItsSubnetsVpc()
    {
        using var aws = Account();

        var import = await ImportAsync(aws, Needed(cluster: "j-1"));

        Assert.Equal(("vpc-1", "j-1", "sg-9"), (import.VpcId, import.EmrCluster, import.EmrSecurityGroup));
    }

    [Theory]
    [InlineData("DescribeVpcs", "vpc-1", null, "LF5101", "There is no VPC 'vpc-1' in eu-west-1. Check 'network.import.vpc' and 'region'.")]
    [InlineData("ElasticMapReduce.DescribeCluster", null, "j-1", "LF5103", "There is no EMR cluster 'j-1' in eu-west-1. Check 'network.import.emrCluster' and 'region'.")]
    [InlineData("DescribeSubnets", null, "j-1", "LF5104", "EMR cluster 'j-1' is in no VPC that can be imported.")]
    public async Task ImportAsync_NotThere_SaysWhat(string missing, string? vpc, string? cluster, string code, string message)
    {
        using var aws = Account(missing);

        var e = await Assert.ThrowsAsync<LandfallException>(() => ImportAsync(aws, Needed(vpc, cluster)));

        Assert.Equal((code, message), (e.Code, e.Message));
    }

    [Fact]
    public async Task ImportAsync_VpcIsFull_SaysHowMuchRoomThereIs()
    {
        using var aws = Account(Subnet("10.0.0.0/17", null, "x"));

        var e = await Assert.ThrowsAsync<LandfallException>(() => ImportAsync(aws, Needed(vpc: "vpc-1", prefix: 18)));

        Assert.Equal("LF5102", e.Code);
        Assert.Equal(
            "VPC 'vpc-1' (10.0.0.0/16) has room for 2 subnets of /18, but 4 are needed. Set 'network.subnets.size' to a larger number for smaller subnets, or give the blocks.",
            e.Message);
    }

    private static NeededFacts Needed(string? vpc = null, string? cluster = null, int? prefix = 24, string[]? given = null) =>
        new("dev", null, null, "eu-west-1", 2, vpc, cluster, prefix, given ?? [], null, [], []);

    private static async Task<ImportedNetworkPlan> ImportAsync(HttpStub aws, NeededFacts needed)
    {
        using var session = Session(aws);
        using var planner = new NetworkPlanner(session);
        return await planner.ImportAsync("shop", needed, Zones, Stop);
    }

    private static AwsSession Session(HttpStub aws) =>
        new("eu-west-1", TimeProvider.System, new BasicAWSCredentials("A", "S"), name => name == "AWS_ENDPOINT_URL" ? aws.Url : null);

    private static string Subnet(string cidr, string? stack, string name) =>
        $"<item><subnetId>subnet-{cidr}</subnetId><vpcId>vpc-1</vpcId><cidrBlock>{cidr}</cidrBlock><tagSet><item><key>Name</key><value>{name}</value></item>{(stack is null ? "" : $"<item><key>aws:cloudformation:stack-name</key><value>{stack}</value></item>")}</tagSet></item>";

    /// <summary>An account with a VPC of 10.0.0.0/16, in which a cluster runs; or without what is named.</summary>
    private static HttpStub Account(params string[] subnetsOrMissing)
    {
        var subnets = subnetsOrMissing.Where(s => s.StartsWith('<')).ToList();
        if (subnets.Count == 0)
            subnets.Add("<item><subnetId>subnet-9</subnetId><vpcId>vpc-1</vpcId><cidrBlock>10.0.255.0/24</cidrBlock></item>");
        return HttpStub.Answering(request =>
        {
            var operation = request.Headers.GetValueOrDefault("X-Amz-Target") ?? request.Form["Action"];
            var missing = subnetsOrMissing.Contains(operation);
            return operation switch
            {
                "ElasticMapReduce.DescribeCluster" when missing => new StubAnswer(400, """{"__type":"InvalidRequestException"}"""),
                "ElasticMapReduce.DescribeCluster" => new StubAnswer(
                    200, """{"Cluster":{"Id":"j-1","Ec2InstanceAttributes":{"Ec2SubnetId":"subnet-9","EmrManagedMasterSecurityGroup":"sg-9"}}}"""),
                _ => new StubAnswer(200, $"<R>{(missing ? "" : Content(operation, subnets))}</R>"),
            };
        });
    }

    private static string Content(string operation, List<string> subnets) => operation switch
    {
        "DescribeVpcs" => "<vpcSet><item><vpcId>vpc-1</vpcId><cidrBlock>10.0.0.0/16</cidrBlock></item></vpcSet>",
        "DescribeSubnets" => $"<subnetSet>{string.Concat(subnets)}</subnetSet>",
        "DescribeInternetGateways" => "<internetGatewaySet><item><internetGatewayId>igw-1</internetGatewayId></item></internetGatewaySet>",
        "DescribeVpcEndpoints" => $"<vpcEndpointSet>{Endpoint("logs", "sg-1", "other")}{Endpoint("ssm", "sg-2", "shop-dev-network")}</vpcEndpointSet>",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "nobody asks this"),
    };

    private static string Endpoint(string service, string group, string stack) =>
        $"<item><vpcEndpointType>Interface</vpcEndpointType><serviceName>com.amazonaws.eu-west-1.{service}</serviceName><privateDnsEnabled>true</privateDnsEnabled><groupSet><item><groupId>{group}</groupId></item></groupSet><tagSet><item><key>aws:cloudformation:stack-name</key><value>{stack}</value></item></tagSet></item>";
}
