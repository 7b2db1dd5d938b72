using System.Text.Json.Nodes;
using Landfall.Config.Prices;
using Landfall.Operations.Cost;
using Landfall.Operations.Cost.Uses;

namespace Landfall.Operations.Tests.Cost.Uses;

public sealed class UseRulesTests
{
    private const string Task = """ "Task": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Cpu": "512", "Memory": "1024" } }, """;

    [Fact]
    public void Service_SpotWithABase_RunsTheFirstOnDemandAndTheOthersByTheirWeights()
    {
        var all = All(Task + """
            "S": { "Type": "AWS::ECS::Service", "Properties": { "DesiredCount": 6, "CapacityProviderStrategy": [
              { "CapacityProvider": "FARGATE", "Weight": 1, "Base": 2 }, { "CapacityProvider": "FARGATE_SPOT", "Weight": 3 } ] } }
            """);

        var tasks = Assert.Single(ServiceTasks.In(all));

        Assert.Equal(Extent.Of(3), tasks.Spot);
        Assert.Equal(Extent.Of(3), tasks.OnDemand);
        Assert.Equal(
            [("fargateVcpuHour", 1095m), ("fargateGbHour", 2190m), ("fargateSpotVcpuHour", 1095m), ("fargateSpotGbHour", 2190m)],
            tasks.Uses().Select(use => (use.Price, use.Quantity.Expected)));
    }

    [Fact]
    public void Service_OnArmWithMoreDiskAndAPublicAddress_PaysForEach()
    {
        var uses = Of("AWS::ECS::Service", """
            "Task": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Cpu": "1024", "Memory": "2048", "EphemeralStorage": { "SizeInGiB": 50 }, "RuntimePlatform": { "CpuArchitecture": "ARM64" } } },
            "S": { "Type": "AWS::ECS::Service", "Properties": { "NetworkConfiguration": { "AwsvpcConfiguration": { "AssignPublicIp": "ENABLED" } } } }
            """);

        Assert.Equal(
            [("fargateArmVcpuHour", 730m), ("fargateArmGbHour", 1460m), ("fargateDiskGbHour", 21900m), ("publicIpv4Hour", 730m)],
            uses.Select(use => (use.Price, use.Quantity.Expected)));
    }

    [Fact]
    public void Service_ScalableTarget_GivesTheRange()
    {
        var all = All(Task + """
            "S": { "Type": "AWS::ECS::Service", "Properties": { "Cluster": "c", "ServiceName": "api", "DesiredCount": 1 } },
            "Other": { "Type": "AWS::ApplicationAutoScaling::ScalableTarget", "Properties": { "ResourceId": "service/c/other", "MinCapacity": 7, "MaxCapacity": 7 } },
            "T": { "Type": "AWS::ApplicationAutoScaling::ScalableTarget", "Properties": { "ResourceId": "service/c/api", "MinCapacity": 2, "MaxCapacity": 10 } }
            """);

        Assert.Equal(new Extent(2, 4, 10), Assert.Single(ServiceTasks.In(all)).Count);
    }

    [Theory]
    [InlineData("enhanced", 100)]
    [InlineData("disabled", 0)]
    public void Cluster_ContainerInsights_ArePaidForByTheTask(string value, int metrics)
    {
        var uses = Of("AWS::ECS::Cluster", Task + $$"""
            "S": { "Type": "AWS::ECS::Service", "Properties": { "DesiredCount": 2 } },
            "C": { "Type": "AWS::ECS::Cluster", "Properties": { "ClusterSettings": [ { "Name": "containerInsights", "Value": "{{value}}" } ] } }
            """);

        Assert.Equal(metrics, uses.Sum(use => use.Quantity.Expected));
    }

    [Fact]
    public void Job_Schedule_RunsItThatOften()
    {
        var uses = Of("AWS::StepFunctions::StateMachine", Task + """
            "W": { "Type": "AWS::Scheduler::Schedule", "Properties": { "ScheduleExpression": "rate(1 hour)" } },
            "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": "{}" } }
            """);

        Assert.Equal(730 * 10 / 60m * 0.5m, uses.Single(use => use.Price == "fargateVcpuHour").Quantity.Expected, 6);
        Assert.Equal(4.38m, uses.Single(use => use.Price == "stateTransitionThousand").Quantity.Expected);
    }

    [Fact]
    public void Cluster_OfADatabase_PaysForEachInstancesRange()
    {
        var uses = Of("AWS::RDS::DBCluster", """
            "D": { "Type": "AWS::RDS::DBCluster", "Properties": { "ManageMasterUserPassword": true, "ServerlessV2ScalingConfiguration": { "MinCapacity": 0.5, "MaxCapacity": 4.5 } } },
            "I1": { "Type": "AWS::RDS::DBInstance", "Properties": { "DBClusterIdentifier": { "Ref": "D" }, "DBInstanceClass": "db.serverless" } },
            "I2": { "Type": "AWS::RDS::DBInstance", "Properties": { "DBClusterIdentifier": { "Ref": "D" }, "DBInstanceClass": "db.serverless" } },
            "E": { "Type": "AWS::RDS::DBInstance", "Properties": { "DBClusterIdentifier": { "Ref": "X" }, "DBInstanceClass": "db.serverless" } }
            """);

        Assert.Equal(new Extent(730, 2190, 6570), uses.First(use => use.Price == "auroraAcuHour").Quantity);
        Assert.Contains(uses, use => use.Price == "secret");
    }

    [Fact]
    public void Instance_InTwoZones_PaysTwiceAndForStorageUpToItsLimit()
    {
        var uses = Of("AWS::RDS::DBInstance", """
            "D": { "Type": "AWS::RDS::DBInstance", "Properties": { "Engine": "postgres", "DBInstanceClass": "db.t4g.micro", "MultiAZ": true, "AllocatedStorage": "20", "MaxAllocatedStorage": 100 } }
            """);

        Assert.Equal([("rds.postgres.t4g.micro.hour", Extent.Of(1460)), ("rds.postgres.storageGb", new Extent(40, 80, 200))], uses.Select(use => (use.Price, use.Quantity)));
    }

    [Fact]
    public void Table_ProvisionedWithAnIndex_PaysForBothsCapacity()
    {
        var uses = Of("AWS::DynamoDB::Table", """
            "T": { "Type": "AWS::DynamoDB::Table", "Properties": { "ProvisionedThroughput": { "ReadCapacityUnits": 5, "WriteCapacityUnits": 2 },
              "GlobalSecondaryIndexes": [ { "ProvisionedThroughput": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 } } ] } }
            """);

        Assert.Equal(6 * 730, uses.Single(use => use.Price == "tableReadUnitHour").Quantity.Expected);
        Assert.Equal(3 * 730, uses.Single(use => use.Price == "tableWriteUnitHour").Quantity.Expected);
        Assert.DoesNotContain(uses, use => use.Price == "tableBackupGb");
    }

    [Fact]
    public void Endpoint_Interface_IsPaidForInEachZoneAndAGatewayIsFree()
    {
        Assert.Equal(1460, Of("AWS::EC2::VPCEndpoint", """ "E": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcEndpointType": "Interface", "SubnetIds": ["a", "b"] } } """)[0].Quantity.Expected);
        Assert.Empty(Of("AWS::EC2::VPCEndpoint", """ "E": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcEndpointType": "Gateway" } } """));
    }

    [Fact]
    public void LoadBalancer_Internal_HasNoPublicAddress()
    {
        Assert.Equal(1460, Of("AWS::ElasticLoadBalancingV2::LoadBalancer", """ "L": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Subnets": ["a", "b"] } } """).Single(use => use.Price == "publicIpv4Hour").Quantity.Expected);
        Assert.Equal(["loadBalancerHour", "loadBalancerLcuHour"], Of("AWS::ElasticLoadBalancingV2::LoadBalancer", """ "L": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Scheme": "internal", "Subnets": ["a"] } } """).Select(use => use.Price));
    }

    [Theory]
    [InlineData("""{ "MetricName": "x", "Period": 60 }""", "alarmMetric", 1)]
    [InlineData("""{ "MetricName": "x", "Period": 10 }""", "alarmMetricHighResolution", 1)]
    [InlineData("""{ "Metrics": [ { "MetricStat": { "Period": 60 } }, { "MetricStat": { "Period": 60 } }, { "Expression": "a/b" } ] }""", "alarmMetric", 2)]
    [InlineData("""{ "Metrics": [ { "MetricStat": { "Period": 60 } }, { "Expression": "ANOMALY_DETECTION_BAND(m, 2)" } ] }""", "alarmMetric", 3)]
    public void Alarm_Metrics_ArePaidForEach(string properties, string price, int metrics)
    {
        var use = Assert.Single(Of("AWS::CloudWatch::Alarm", $$""" "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": {{properties}} } """));

        Assert.Equal((price, metrics), (use.Price, use.Quantity.Expected));
    }

    [Fact]
    public void LogGroup_Retention_IsPaidForAsLongAsItKeeps() =>
        Assert.Equal(0.15m * 2 * 365 * 12 / 365, Of("AWS::Logs::LogGroup", """ "L": { "Type": "AWS::Logs::LogGroup", "Properties": { "RetentionInDays": 730 } } """)[1].Quantity.Expected, 6);

    [Theory]
    [InlineData("BUILD_GENERAL1_SMALL", "buildSmallMinute")]
    [InlineData("BUILD_GENERAL1_LARGE", "buildLargeMinute")]
    public void Build_Size_HasItsPrice(string size, string price)
    {
        Assert.Equal(price, Of("AWS::CodeBuild::Project", $$""" "B": { "Type": "AWS::CodeBuild::Project", "Properties": { "Environment": { "ComputeType": "{{size}}" } } } """)[0].Price);
        Assert.NotNull(PriceTable.Find(price, "us-east-1"));
    }

    [Fact]
    public void Firewall_Rules_ArePaidForEach() =>
        Assert.Equal(3, Of("AWS::WAFv2::WebACL", """ "F": { "Type": "AWS::WAFv2::WebACL", "Properties": { "Rules": [ {}, {}, {} ] } } """).Single(use => use.Price == "firewallRule").Quantity.Expected);

    [Fact]
    public void Queue_Fifo_HasAPriceOfItsOwn()
    {
        Assert.Equal("queueFifoRequestMillion", Of("AWS::SQS::Queue", """ "Q": { "Type": "AWS::SQS::Queue", "Properties": { "FifoQueue": true } } """)[0].Price);
        Assert.Equal("queueRequestMillion", Of("AWS::SQS::Queue", """ "Q": { "Type": "AWS::SQS::Queue" } """)[0].Price);
    }

    private static List<Use> Of(string type, string resources)
    {
        var all = All(resources);
        return [.. UseRules.Of(type)!.Find(all.OfType(type).First(), all)];
    }

    private static EstimatedResources All(string resources) => new(
        EstimatedStack.Of([new Landfall.Operations.Deployment.AssemblyStack("a", "a", [], "a.json", new JsonObject { ["Resources"] = JsonNode.Parse($"{{ {resources} }}") })], "us-east-1")
            .SelectMany(stack => stack.Resources));
}
