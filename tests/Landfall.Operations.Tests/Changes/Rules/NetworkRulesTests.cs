using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes.Rules;

public class NetworkRulesTests
{
    [Fact]
    public void Change_CidrOfTheVpcUnderOtherStacks_IsRefused()
    {
        var change = Environments.Change("shop/prod", ("shop-prod-network", t => t.Properties("Vpc")["CidrBlock"] = "10.99.0.0/16"));

        var refusal = Assert.Single(change.Refused, r => r.LogicalId == "Vpc");
        Assert.Contains("shop-prod-api", refusal.Text, StringComparison.Ordinal);
        Assert.Contains("network.cidr", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_SubnetsMoveToAnotherVpc_IsRefused()
    {
        const string Before = """{"Subnet":{"Type":"AWS::EC2::Subnet","Properties":{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/24"}}}""";
        var deployed = Environments.Deployed([Environments.Wanted("app-dev-network", new() { ["Resources"] = System.Text.Json.Nodes.JsonNode.Parse(Before) }), Environments.Wanted("app-dev-api", [])]);
        var wanted = Environments.Wanted("app-dev-network", new() { ["Resources"] = System.Text.Json.Nodes.JsonNode.Parse(Before.Replace("vpc-1", "vpc-2", StringComparison.Ordinal)) });

        Assert.Single(ChangeFinder.Find("dev", deployed, [wanted], []).Refused);
    }

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.0/23", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0/24", false)]
    public void Change_BlockOfASubnet_IsRefusedWhereItOverlaps(string before, string after, bool refused)
    {
        var found = Judge.Change("AWS::EC2::Subnet", $$$"""{"VpcId":"vpc","CidrBlock":"{{{before}}}"}""", $$$"""{"VpcId":"vpc","CidrBlock":"{{{after}}}"}""");

        Assert.Equal(refused, found.Contains("refused"));
        Assert.Contains("interrupts!", found);
    }

    [Theory]
    [InlineData("AWS::EC2::Route", """{"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"a"}""", """{"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"b"}""", "interrupts!")]
    [InlineData("AWS::EC2::Route", """{"DestinationCidrBlock":"0.0.0.0/0","GatewayId":"a"}""", """{"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"b"}""", "interrupts!")]
    [InlineData("AWS::EC2::NatGateway", """{"SubnetId":"a"}""", """{"SubnetId":"b"}""", "interrupts!,replaces!")]
    [InlineData("AWS::EC2::VPCEndpoint", """{"SubnetIds":["a","b"]}""", """{"SubnetIds":["a"]}""", "interrupts!")]
    [InlineData("AWS::EC2::VPCEndpoint", """{"SubnetIds":["a"]}""", """{"SubnetIds":["a","b"]}""", "")]
    [InlineData("AWS::EC2::VPCEndpoint", """{"PrivateDnsEnabled":true,"VpcEndpointType":"Interface"}""", """{"PrivateDnsEnabled":true,"VpcEndpointType":"GatewayLoadBalancer"}""", "refused,interrupts!,replaces!")]
    public void Change_Property_HasItsEffects(string type, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Fact]
    public void Change_SubnetInAnotherZoneUnderItsBlock_IsRefused()
    {
        var found = Judge.Change("AWS::EC2::Subnet", """{"VpcId":"vpc","CidrBlock":"10.0.0.0/24","AvailabilityZone":"us-east-1a"}""", """{"VpcId":"vpc","CidrBlock":"10.0.0.0/24","AvailabilityZone":"us-east-1c"}""");

        Assert.Contains("refused", found);
    }

    [Theory]
    [InlineData("""{}""", """{"NatGatewayId":"nat"}""", true)]
    [InlineData("""{"NatGatewayId":"nat-a"}""", """{"NatGatewayId":"nat-b"}""", false)]
    [InlineData("""{"GatewayId":"igw"}""", """{"NatGatewayId":"nat"}""", false)]
    [InlineData("""{"NatGatewayId":"nat"}""", """{"GatewayId":"igw"}""", true)]
    [InlineData("""{}""", """{"EgressOnlyInternetGatewayId":"eigw"}""", true)]
    public void Change_Route_OpensTheNetworkWhereThereWasNoWay(string before, string after, bool opens) =>
        Assert.Equal(opens, Judge.Change("AWS::EC2::Route", before, after).Contains("network!"));

    [Fact]
    public void Change_RunningSubnetGetsARouteThroughNat_OpensTheNetwork()
    {
        const string Table = """{"Table":{"Type":"AWS::EC2::RouteTable","Properties":{"VpcId":"vpc"}}""";
        const string Route = ""","Route":{"Type":"AWS::EC2::Route","Properties":{"RouteTableId":{"Ref":"Table"},"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"nat"}}}""";

        Assert.Equal(["network!"], Judge.Lines(Judge.Find(Table + "}", Table + Route)));
        Assert.Equal(["network"], Judge.Lines(Judge.Find("{}", Table + Route)));
    }
}
