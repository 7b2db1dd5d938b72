using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Sleep;

namespace Landfall.Operations.Tests.Sleep;

/// <summary>The prices are those of the list: 730 hours of $0.045, $0.005, $0.01, $0.0225 and $0.12.</summary>
public sealed class StandingCostsTests
{
    [Fact]
    public void Of_WhatIsPaidByTheHour_IsAddedUpTheDearestFirst()
    {
        var costs = StandingCosts.Of([Stack("""
            "N": { "Type": "AWS::EC2::NatGateway" }, "N2": { "Type": "AWS::EC2::NatGateway" },
            "I": { "Type": "AWS::EC2::EIP" },
            "E": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcEndpointType": "Interface", "SubnetIds": ["a", "b"] } },
            "F": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcEndpointType": "Interface", "SubnetIds": ["a"] } },
            "G": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcEndpointType": "Gateway" } }
            """), Stack("""
            "B": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer" },
            "OrdersCluster": { "Type": "AWS::RDS::DBCluster", "Properties": { "ServerlessV2ScalingConfiguration": { "MinCapacity": 0.5 } } },
            "OrdersInstance1": { "Type": "AWS::RDS::DBInstance", "Properties": { "DBInstanceClass": "db.serverless" } },
            "LegacyInstance": { "Type": "AWS::RDS::DBInstance", "Properties": { "DBInstanceClass": "db.m1.small", "Engine": "mysql" } },
            "UsersInstance": { "Type": "AWS::RDS::DBInstance", "Properties": { "DBInstanceClass": "db.t4g.micro", "Engine": "postgres", "MultiAZ": true } }
            """)]);

        Assert.Equal(
            [
                new StandingCost("database LegacyInstance on db.m1.small", null),
                new StandingCost("2 NAT gateways", 65.7m),
                new StandingCost("database OrdersCluster, which never has less than 0.5 ACU (with 'capacity: { min: 0 }' it pauses)", 43.8m),
                new StandingCost("database UsersInstance on db.t4g.micro", 23.36m),
                new StandingCost("3 interface endpoints in zones", 21.9m),
                new StandingCost("1 load balancer", 16.42m),
                new StandingCost("1 public IPv4 address", 3.65m),
            ],
            costs);
    }

    [Fact]
    public void Of_ClusterThatPauses_IsNothing() =>
        Assert.Empty(StandingCosts.Of([Stack("""
            "C": { "Type": "AWS::RDS::DBCluster", "Properties": { "ServerlessV2ScalingConfiguration": { "MinCapacity": 0 } } },
            "T": { "Type": "AWS::DynamoDB::Table" }
            """)]));

    private static DeployedStack Stack(string resources) => new(
        new Stack("shop-dev-x", "arn", "CREATE_COMPLETE", null, DateTimeOffset.UnixEpoch, false, new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>()),
        JsonNode.Parse($$"""{ "Resources": { {{resources}} } }""")!.AsObject());
}
