using Landfall.Aws.Ec2;

namespace Landfall.Aws.Tests.Ec2;

public sealed class NetworkReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListZonesAsync_SeveralZones_AreSortedAndAskedForByTypeAndState()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeAvailabilityZones", """
            <availabilityZoneInfo>
              <item><zoneName>eu-west-1b</zoneName><zoneId>euw1-az1</zoneId><zoneState>available</zoneState></item>
              <item><zoneName>eu-west-1a</zoneName><zoneId>euw1-az3</zoneId><zoneState>available</zoneState></item>
            </availabilityZoneInfo>
            """));

        Assert.Equal([new AvailabilityZone("eu-west-1a", "euw1-az3"), new AvailabilityZone("eu-west-1b", "euw1-az1")], await Call(aws, network => network.ListZonesAsync(Stop)));

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal("DescribeAvailabilityZones", form["Action"]);
        Assert.Equal(("zone-type", "availability-zone"), (form["Filter.1.Name"], form["Filter.1.Value.1"]));
        Assert.Equal(("state", "available"), (form["Filter.2.Name"], form["Filter.2.Value.1"]));
    }

    [Fact]
    public async Task ListZonesAsync_None_IsEmpty()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeAvailabilityZones", ""));

        Assert.Empty(await Call(aws, network => network.ListZonesAsync(Stop)));
    }

    [Fact]
    public async Task FindVpcBlocksAsync_SecondaryBlocks_FollowThePrimaryOneUnlessTheyAreGoing()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeVpcs", """
            <vpcSet><item>
              <vpcId>vpc-1</vpcId><cidrBlock>172.31.0.0/16</cidrBlock>
              <cidrBlockAssociationSet>
                <item><cidrBlock>172.31.0.0/16</cidrBlock><cidrBlockState><state>associated</state></cidrBlockState></item>
                <item><cidrBlock>10.2.0.0/16</cidrBlock><cidrBlockState><state>associated</state></cidrBlockState></item>
                <item><cidrBlock>10.3.0.0/16</cidrBlock><cidrBlockState><state>disassociating</state></cidrBlockState></item>
                <item><cidrBlock>10.1.0.0/16</cidrBlock></item>
              </cidrBlockAssociationSet>
            </item></vpcSet>
            """));

        Assert.Equal(["172.31.0.0/16", "10.1.0.0/16", "10.2.0.0/16"], await Call(aws, network => network.FindVpcBlocksAsync("vpc-1", Stop)));

        AssertFilter(aws, "vpc-id", "vpc-1");
    }

    [Fact]
    public async Task FindVpcBlocksAsync_NoSuchVpc_IsNull()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeVpcs", "<vpcSet/>"));

        Assert.Null(await Call(aws, network => network.FindVpcBlocksAsync("vpc-1", Stop)));
    }

    [Fact]
    public async Task ListEndpointsAsync_AllKinds_GivesInterfacesWithPrivateDns()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeVpcEndpoints", $"""
            <vpcEndpointSet>
              {Endpoint("ssm", "Interface", "true", "<item><groupId>sg-2</groupId></item><item><groupId>sg-3</groupId></item>", "<item><key>aws:cloudformation:stack-name</key><value>other-network</value></item>")}
              {Endpoint("s3", "Gateway", "false", "", "")}
              {Endpoint("logs", "Interface", "false", "<item><groupId>sg-1</groupId></item>", "")}
              {Endpoint("ecr.api", "Interface", "true", "", "")}
            </vpcEndpointSet>
            """));

        Assert.Equal(
            [new InterfaceEndpoint("ecr.api", "", null), new InterfaceEndpoint("ssm", "sg-2", "other-network")],
            await Call(aws, network => network.ListEndpointsAsync("vpc-1", Stop)));

        AssertFilter(aws, "vpc-id", "vpc-1");
    }

    [Fact]
    public async Task ListEndpointsAsync_None_IsEmpty()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeVpcEndpoints", ""));

        Assert.Empty(await Call(aws, network => network.ListEndpointsAsync("vpc-1", Stop)));
    }

    [Fact]
    public async Task ListSubnetsAsync_TwoPages_GivesBothInOrderOfId()
    {
        using var aws = HttpStub.InTurn(
            Answer("DescribeSubnets", """
                <nextToken>more</nextToken>
                <subnetSet><item><subnetId>subnet-2</subnetId><availabilityZone>eu-west-1b</availabilityZone><cidrBlock>10.0.2.0/24</cidrBlock></item></subnetSet>
                """),
            Answer("DescribeSubnets", """
                <subnetSet><item>
                  <subnetId>subnet-1</subnetId><availabilityZone>eu-west-1a</availabilityZone><cidrBlock>10.0.1.0/24</cidrBlock>
                  <tagSet>
                    <item><key>Name</key><value>a name</value></item>
                    <item><key>aws:cloudformation:stack-name</key><value>shop-dev-network</value></item>
                    <item><key>aws:cloudformation:logical-id</key><value>Public1</value></item>
                  </tagSet>
                </item></subnetSet>
                """));

        var subnets = await Call(aws, network => network.ListSubnetsAsync("vpc-1", Stop));

        Assert.Equal(
            [new ExistingSubnet("subnet-1", "10.0.1.0/24", "eu-west-1a", "shop-dev-network", "Public1"), new ExistingSubnet("subnet-2", "10.0.2.0/24", "eu-west-1b", null, null)], subnets);
        Assert.Equal(2, aws.Requests.Count);
        Assert.Equal("more", aws.Requests[1].Form["NextToken"]);
        AssertFilter(aws, "vpc-id", "vpc-1");
    }

    [Fact]
    public async Task ListSubnetsOfStackAsync_Stack_IsAskedForByItsTag()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeSubnets", "<subnetSet/>"));

        Assert.Empty(await Call(aws, network => network.ListSubnetsOfStackAsync("shop-dev-network", Stop)));

        AssertFilter(aws, "tag:aws:cloudformation:stack-name", "shop-dev-network");
    }

    [Fact]
    public async Task ListEndpointZonesAsync_ServicesOfSeveralPages_GivesTheZonesOfThoseAskedFor()
    {
        using var aws = HttpStub.InTurn(
            Answer("DescribeVpcEndpointServices", $"<nextToken>more</nextToken>{Services("logs", "eu-west-1b", "eu-west-1a")}"),
            Answer("DescribeVpcEndpointServices", $"{Services("sqs", "eu-west-1a")}"),
            Answer("DescribeVpcEndpointServices", ""));

        var zones = await Call(aws, network => network.ListEndpointZonesAsync(["com.amazonaws.eu-west-1.logs", "com.amazonaws.eu-west-1.rds-data"], Stop));

        Assert.Equal(["eu-west-1a", "eu-west-1b"], Assert.Single(zones).Value);
        Assert.Equal("more", aws.Requests[1].Form["NextToken"]);

        static string Services(string service, params string[] names) =>
            $"<serviceDetailSet><item><serviceName>com.amazonaws.eu-west-1.{service}</serviceName><availabilityZoneSet>{string.Concat(names.Select(name => $"<item>{name}</item>"))}</availabilityZoneSet></item></serviceDetailSet>";
    }

    [Theory]
    [InlineData("<subnetSet><item><subnetId>subnet-1</subnetId><vpcId>vpc-9</vpcId></item></subnetSet>", "vpc-9")]
    [InlineData("<subnetSet/>", null)]
    public async Task FindVpcOfSubnetAsync_Subnet_GivesItsVpc(string answer, string? vpc)
    {
        using var aws = HttpStub.InTurn(Answer("DescribeSubnets", answer));

        Assert.Equal(vpc, await Call(aws, network => network.FindVpcOfSubnetAsync("subnet-1", Stop)));

        AssertFilter(aws, "subnet-id", "subnet-1");
    }

    [Theory]
    [InlineData("<internetGatewaySet><item><internetGatewayId>igw-1</internetGatewayId></item></internetGatewaySet>", "igw-1")]
    [InlineData("<internetGatewaySet/>", null)]
    public async Task FindInternetGatewayAsync_Vpc_GivesWhatIsAttached(string answer, string? gateway)
    {
        using var aws = HttpStub.InTurn(Answer("DescribeInternetGateways", answer));

        Assert.Equal(gateway, await Call(aws, network => network.FindInternetGatewayAsync("vpc-1", Stop)));

        AssertFilter(aws, "attachment.vpc-id", "vpc-1");
    }

    private static void AssertFilter(HttpStub aws, string name, string value)
    {
        var form = aws.Requests[0].Form;
        Assert.Equal((name, value), (form["Filter.1.Name"], form["Filter.1.Value.1"]));
    }

    private static string Endpoint(string service, string type, string dns, string groups, string tags) =>
        $"<item><vpcEndpointType>{type}</vpcEndpointType><serviceName>com.amazonaws.eu-west-1.{service}</serviceName><privateDnsEnabled>{dns}</privateDnsEnabled><groupSet>{groups}</groupSet><tagSet>{tags}</tagSet></item>";

    private static StubAnswer Answer(string operation, string content) =>
        new(200, $"""<{operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>{content}</{operation}Response>""");

    private static async Task<T> Call<T>(HttpStub aws, Func<NetworkReader, Task<T>> call)
    {
        using var session = StubSession.To(aws);
        using var network = new NetworkReader(session);
        return await call(network);
    }
}
