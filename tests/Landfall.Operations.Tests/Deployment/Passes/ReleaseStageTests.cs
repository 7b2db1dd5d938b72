using System.Text.Json.Nodes;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class ReleaseStageTests
{
    [Fact]
    public void Of_NothingDeployed_HasWhatTheCommandNeedsAndNoService()
    {
        var stage = ReleaseStage.Of([], Wanted("2"));

        Assert.Equal(["ExecutionRole", "More", "Reach", "ReleaseTaskDefinition", "SecurityGroup", "TaskRole"], Ids(stage, "Resources"));
        Assert.Equal(["ReleaseSecurityGroups", "ReleaseSubnets", "ReleaseTask"], Ids(stage, "Outputs"));
        Assert.Equal(["Database", "Subnet", "TaskGroup", "Vpc"], Ids(stage, "Parameters"));
        Assert.Equal("Service api", (string?)stage["Description"]);
        Assert.Equal("""[{"Key":"landfall:release","Value":"pending"}]""", Definition(stage)["Properties"]!["Tags"]!.ToJsonString());
    }

    [Fact]
    public void Of_ServiceRuns_StaysAsItIsBesidesTheCommand()
    {
        var (deployed, wanted) = (Wanted("1"), Wanted("2"));
        deployed["Resources"]!["Old"] = JsonNode.Parse("""{ "Type": "AWS::SNS::Topic" }""");
        deployed["Outputs"]!["OldName"] = JsonNode.Parse("""{ "Value": "x" }""");
        wanted["Resources"]!["TaskRole"]!["Properties"]!["Grants"] = "wider";
        wanted["Resources"]!["Reach"]!["Properties"]!["FromPort"] = 9999;

        var stage = ReleaseStage.Of(deployed, wanted);

        Assert.Equal(Ids(deployed, "Resources"), Ids(stage, "Resources"));
        Assert.Equal("1", (string?)stage["Resources"]!["TaskDefinition"]!["Properties"]!["Image"]);
        Assert.Equal("2", (string?)Definition(stage)["Properties"]!["Image"]);
        Assert.Equal("wider", (string?)stage["Resources"]!["TaskRole"]!["Properties"]!["Grants"]);
        Assert.Equal(5432, (int?)stage["Resources"]!["Reach"]!["Properties"]!["FromPort"]); // the tasks that run still go there
        Assert.Equal("x", (string?)stage["Outputs"]!["OldName"]!["Value"]);
        Assert.Equal(Ids(deployed, "Parameters"), Ids(stage, "Parameters"));
    }

    [Fact]
    public void Of_AnyTemplates_ChangesNeither()
    {
        var (deployed, wanted) = (Wanted("1"), Wanted("2"));

        ReleaseStage.Of(deployed, wanted);

        Assert.True(JsonNode.DeepEquals(Wanted("1"), deployed));
        Assert.True(JsonNode.DeepEquals(Wanted("2"), wanted));
    }

    [Fact]
    public void Of_OwnTags_ArePutBesideTheMark()
    {
        var wanted = Wanted("2");
        Definition(wanted)["Properties"]!["Tags"] = JsonNode.Parse("""[{ "Key": "team", "Value": "shop" }]""");

        Assert.Equal(["team", ReleaseStage.PendingTag], Definition(ReleaseStage.Of([], wanted))["Properties"]!["Tags"]!.AsArray().Select(t => (string?)t!["Key"]));
    }

    [Fact]
    public void Of_DependencyThatIsOnlyNamed_ComesAlong()
    {
        var wanted = Wanted("2");
        wanted["Resources"]!["Key"] = JsonNode.Parse("""{ "Type": "AWS::KMS::Key" }""");
        wanted["Resources"]!["Alias"] = JsonNode.Parse("""{ "Type": "AWS::KMS::Alias", "DependsOn": "Key" }""");
        Definition(wanted)["DependsOn"] = new JsonArray("Alias");

        Assert.Superset(new HashSet<string> { "Key", "Alias" }, Ids(ReleaseStage.Of([], wanted), "Resources").ToHashSet());
    }

    [Theory]
    [InlineData("1", "1", false)]
    [InlineData("1", "2", true)]
    public void IsDue_Deployed_WhenTheDefinitionDiffers(string deployed, string wanted, bool due) =>
        Assert.Equal(due, ReleaseStage.IsDue(Wanted(deployed), Wanted(wanted)));

    [Fact]
    public void IsDue_NeverRunOrNotEndedWell_IsDue()
    {
        Assert.True(ReleaseStage.IsDue([], Wanted("1")));
        Assert.True(ReleaseStage.IsDue(ReleaseStage.Of(Wanted("1"), Wanted("2")), Wanted("2")));
        Assert.True(ReleaseStage.IsDue(ReleaseStage.Of(Wanted("1"), Wanted("2")), Wanted("1")));
    }

    private static JsonNode Definition(JsonObject template) => template["Resources"]![ReleaseTask.TaskDefinition]!;

    private static IReadOnlyList<string> Ids(JsonObject template, string section) => [.. template[section]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)];

    private static JsonObject Wanted(string image) => JsonNode.Parse($$"""
        {
          "Description": "Service api",
          "Parameters": { "Vpc": { "Default": "/vpc" }, "Database": { "Default": "/db" }, "Subnet": { "Default": "/subnet" }, "TaskGroup": { "Default": "/group" }, "Listener": { "Default": "/listener" } },
          "Resources": {
            "SecurityGroup": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "VpcId": { "Ref": "Vpc" } } },
            "Reach": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": { "Ref": "Database" }, "SourceSecurityGroupId": { "Fn::GetAtt": ["SecurityGroup", "GroupId"] }, "FromPort": 5432 } },
            "ExecutionRole": { "Type": "AWS::IAM::Role" },
            "TaskRole": { "Type": "AWS::IAM::Role", "Properties": { "Grants": "few" } },
            "More": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "Roles": [{ "Ref": "TaskRole" }] } },
            "TaskDefinition": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Image": "{{image}}", "TaskRoleArn": { "Fn::GetAtt": ["TaskRole", "Arn"] } } },
            "ReleaseTaskDefinition": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Image": "{{image}}", "ExecutionRoleArn": { "Fn::GetAtt": ["ExecutionRole", "Arn"] }, "TaskRoleArn": { "Fn::GetAtt": ["TaskRole", "Arn"] } } },
            "Rule": { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "ListenerArn": { "Ref": "Listener" } } },
            "Service": { "Type": "AWS::ECS::Service", "Properties": { "TaskDefinition": { "Ref": "TaskDefinition" } } }
          },
          "Outputs": {
            "Url": { "Value": "http://api" },
            "ReleaseTask": { "Value": { "Ref": "ReleaseTaskDefinition" } },
            "ReleaseSubnets": { "Value": { "Ref": "Subnet" } },
            "ReleaseSecurityGroups": { "Value": { "Fn::Join": [",", [{ "Fn::GetAtt": ["SecurityGroup", "GroupId"] }, { "Ref": "TaskGroup" }]] } }
          }
        }
        """)!.AsObject();
}
