using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Services;

public sealed class AwaitedImageTests
{
    private static readonly Lazy<SynthesisedApp> App = new(() => new SynthesisedApp(SmallPlan.Create("""
        queues: { jobs: {} }
        services:
          fixed: { type: web, image: { released: true }, path: /a, scale: { min: 2, max: 2 }, slo: { availability: 99.9% } }
          wide: { type: worker, image: { released: true }, queue: jobs, scale: { min: 1, max: 4, backlog: 10, schedules: { noon: { at: "0 12 * * *", min: 3, max: 6 } } } }
          plain: { type: internal, image: n, scale: { min: 1, max: 3, cpu: 50 } }
        """)));

    [Fact]
    public void Service_ImageIsReleased_IsTheParametersAndRunsNothingWithoutOne()
    {
        var container = App.Value.Properties("shop-dev-fixed", "TaskDefinition")["ContainerDefinitions"]![0]!;
        Assert.Equal("""{"Ref":"ServicesFixedImage"}""", container["Image"]!.ToJsonString());
        Assert.Equal("""{"Fn::If":["NoImage",0,2]}""", App.Value.Properties("shop-dev-fixed", "Service")["DesiredCount"]!.ToJsonString());
        Assert.Equal("""{"Fn::If":["NoImage",0,{"Ref":"AWS::NoValue"}]}""", App.Value.Properties("shop-dev-wide", "Service")["DesiredCount"]!.ToJsonString());
    }

    [Fact]
    public void Scaling_ImageIsReleased_StartsNothingWithoutOne()
    {
        var target = App.Value.Properties("shop-dev-wide", "ScalableTarget");

        Assert.Equal("""{"Fn::If":["NoImage",0,1]}""", target["MinCapacity"]!.ToJsonString());
        Assert.Equal("""{"Fn::If":["NoImage",0,4]}""", target["MaxCapacity"]!.ToJsonString());
        Assert.Equal("""{"MaxCapacity":{"Fn::If":["NoImage",0,6]},"MinCapacity":{"Fn::If":["NoImage",0,3]}}""", target["ScheduledActions"]![0]!["ScalableTargetAction"]!.ToJsonString());
    }

    [Theory]
    [InlineData("fixed")]
    [InlineData("wide")]
    public void Alarms_ImageIsReleased_CallNobodyWithoutOne(string service)
    {
        var alarms = Alarms(service);

        Assert.NotEmpty(alarms);
        Assert.All(alarms, alarm => Assert.Equal("""{"Fn::If":["NoImage",false,true]}""", alarm["Properties"]!["ActionsEnabled"]?.ToJsonString()));
    }

    [Fact]
    public void Service_ImageComesWithTheDeployment_HasNoCondition()
    {
        Assert.Equal("n", (string?)App.Value.Properties("shop-dev-plain", "TaskDefinition")["ContainerDefinitions"]![0]!["Image"]);
        Assert.Equal("1", App.Value.Properties("shop-dev-plain", "ScalableTarget")["MinCapacity"]!.ToJsonString());
        Assert.All(Alarms("plain"), alarm => Assert.Null(alarm["Properties"]!["ActionsEnabled"]));
    }

    private static IReadOnlyList<JsonObject> Alarms(string service) =>
        [.. App.Value.OfType($"shop-dev-{service}", "AWS::CloudWatch::Alarm"), .. App.Value.OfType($"shop-dev-{service}", "AWS::CloudWatch::CompositeAlarm")];
}
