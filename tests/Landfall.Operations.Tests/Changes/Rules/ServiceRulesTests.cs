using System.Text.Json.Nodes;
using Landfall.Operations.Changes;
namespace Landfall.Operations.Tests.Changes.Rules;

public class ServiceRulesTests
{
    private const string Service = "AWS::ECS::Service";

    [Theory]
    [InlineData(Service, """{"TaskDefinition":"api:1"}""", """{"TaskDefinition":"api:2"}""", "restarts")]
    [InlineData(Service, """{"TaskDefinition":"api:1","DeploymentConfiguration":{"MinimumHealthyPercent":0}}""", """{"TaskDefinition":"api:2","DeploymentConfiguration":{"MinimumHealthyPercent":0}}""", "interrupts!,restarts")]
    [InlineData(Service, """{"DesiredCount":2}""", """{"DesiredCount":0}""", "interrupts!")]
    [InlineData(Service, """{"DesiredCount":2}""", """{"DesiredCount":1}""", "")]
    [InlineData(Service, """{"HealthCheckGracePeriodSeconds":60}""", """{"HealthCheckGracePeriodSeconds":30}""", "")]
    [InlineData(Service, """{"LoadBalancers":[{"ContainerPort":80}]}""", """{}""", "interrupts!,restarts")]
    [InlineData(Service, """{"NetworkConfiguration":{"AwsvpcConfiguration":{"AssignPublicIp":"DISABLED"}}}""", """{"NetworkConfiguration":{"AwsvpcConfiguration":{"AssignPublicIp":"ENABLED"}}}""", "network!,restarts")]
    [InlineData(Service, """{"NetworkConfiguration":{"AwsvpcConfiguration":{"SecurityGroups":["a"]}}}""", """{"NetworkConfiguration":{"AwsvpcConfiguration":{"SecurityGroups":["a","b"]}}}""", "network?!,restarts")]
    [InlineData(Service, """{"Cluster":"c","ServiceName":"api","SchedulingStrategy":"REPLICA"}""", """{"Cluster":"c","ServiceName":"api","SchedulingStrategy":"DAEMON"}""", "refused,interrupts!,replaces!")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"MaxCapacity":4}""", """{"MaxCapacity":0}""", "interrupts!")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{}""", """{"ScheduledActions":[{"Schedule":"cron(0 22 * * ? *)","ScalableTargetAction":{"MinCapacity":0,"MaxCapacity":0}}]}""", "interrupts!")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"ScheduledActions":[{"Schedule":"s","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"t","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":2}}]}""", """{"ScheduledActions":[{"Schedule":"s","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"u","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":2}}]}""", "interrupts!")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"ScheduledActions":[{"Schedule":"s","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"t","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":2}}]}""", """{"ScheduledActions":[{"Schedule":"s","Timezone":"Asia/Tokyo","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"t","Timezone":"Asia/Tokyo","ScalableTargetAction":{"MaxCapacity":2}}]}""", "interrupts!")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"ScheduledActions":[{"Schedule":"s","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"t","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":2}}]}""", """{}""", "")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"ScheduledActions":[{"Schedule":"s","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"t","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":2}}]}""", """{"ScheduledActions":[{"Schedule":"s","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":0}},{"Schedule":"t","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":2}},{"Schedule":"v","Timezone":"UTC","ScalableTargetAction":{"MaxCapacity":9}}]}""", "interrupts!")]
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"MaxCapacity":4}""", """{"MaxCapacity":8}""", "")]
    [InlineData("AWS::Scheduler::Schedule", """{"State":"ENABLED"}""", """{"State":"DISABLED"}""", "interrupts!")]
    [InlineData(Service, """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Weight":50},{"CapacityProvider":"FARGATE_SPOT","Weight":50}]}""", """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE_SPOT","Weight":1}]}""", "interrupts?!,restarts")]
    [InlineData(Service, """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Weight":1}]}""", """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Weight":0},{"CapacityProvider":"FARGATE_SPOT","Weight":1}]}""", "interrupts?!,restarts")]
    [InlineData(Service, """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Weight":1}]}""", """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Base":1},{"CapacityProvider":"FARGATE_SPOT","Weight":1}]}""", "restarts")]
    [InlineData(Service, """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE_SPOT","Weight":1}]}""", """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE_SPOT","Weight":2}]}""", "restarts")]
    [InlineData(Service, """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE_SPOT","Weight":1}]}""", """{"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Weight":1}]}""", "restarts")]
    [InlineData("AWS::StepFunctions::StateMachine", """{"DefinitionString":"{\"TimeoutSeconds\":3600}"}""", """{"DefinitionString":"{\"TimeoutSeconds\":60}"}""", "interrupts?!")]
    [InlineData("AWS::StepFunctions::StateMachine", """{"DefinitionString":"{}"}""", """{"DefinitionString":"{\"TimeoutSeconds\":60}"}""", "interrupts?!")]
    [InlineData("AWS::StepFunctions::StateMachine", """{"DefinitionString":"{\"TimeoutSeconds\":60}"}""", """{"DefinitionString":"{\"TimeoutSeconds\":3600}"}""", "")]
    [InlineData("AWS::StepFunctions::StateMachine", """{"DefinitionString":"{\"TimeoutSeconds\":60,\"MaxAttempts\":1}"}""", """{"DefinitionString":"{\"TimeoutSeconds\":60,\"MaxAttempts\":2}"}""", "")]
    [InlineData("AWS::Lambda::Function", """{}""", """{"ReservedConcurrentExecutions":0}""", "interrupts!")]
    public void Change_Property_HasItsEffects(string type, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));

    [Theory]
    [InlineData("ReleaseTaskDefinition", "1", "2", "The release command of api runs before its tasks are replaced: migrate --yes")]
    [InlineData("ReleaseTaskDefinition", null, "1", "The release command of api runs before its tasks are replaced: migrate --yes")]
    [InlineData("ReleaseTaskDefinition", "1", null, null)]
    [InlineData("ReleaseTaskDefinition", "1", "1", null)]
    [InlineData("TaskDefinition", "1", "2", null)]
    public void Change_ReleaseCommand_SaysThatItRunsAndIsNoHarm(string id, string? before, string? after, string? expected)
    {
        string Template(string? image) => image is null ? "{}" : $$"""
            {"{{id}}":{"Type":"AWS::ECS::TaskDefinition","Properties":{"ContainerDefinitions":[{"Name":"api","Image":"{{image}}","Command":["migrate","--yes"]}] } } }
            """;

        var change = Judge.Find(Template(before), Template(after));

        Assert.Equal(expected, change.Effects.SingleOrDefault(e => e.Kind == EffectKind.Runs)?.Text);
        Assert.Empty(change.Harm);
    }

    [Fact]
    public void Change_FixedServiceStopsAtNight_Interrupts()
    {
        const string Api = """{"Service":{"Type":"AWS::ECS::Service","Properties":{"ServiceName":"api"}}""";
        const string Target = ""","Target":{"Type":"AWS::ApplicationAutoScaling::ScalableTarget","Properties":{"ResourceId":"service/shop-dev/api","ScheduledActions":[{"Schedule":"cron(0 22 * * ? *)","ScalableTargetAction":{"MaxCapacity":0}}]}}""";
        const string Stops = Api + Target + "}";

        var change = Judge.Find(Api + "}", Stops);

        Assert.Contains("No task of api runs from cron(0 22 * * ? *) on", Assert.Single(change.Harm).Text, StringComparison.Ordinal);
        Assert.Empty(Judge.Find("{}", Stops).Harm);
    }

    [Theory]
    [InlineData(9000, true, true)]
    [InlineData(80, true, false)]
    [InlineData(9000, false, false)]
    public void Change_PortThatOthersCall_InterruptsThemUntilTheyAreDeployed(int port, bool called, bool interrupts)
    {
        static JsonObject Inner(int port) => new()
        {
            ["Resources"] = JsonNode.Parse("""
                {"Service":{"Type":"AWS::ECS::Service","Properties":{"ServiceName":"inner","ServiceConnectConfiguration":{"Services":[{"ClientAliases":[{"DnsName":"inner","Port":"P"}]}]}}},
                 "Group":{"Type":"AWS::SSM::Parameter","Properties":{"Name":"/app/dev/inner/group","Type":"String","Value":"sg-1"}}}
                """.Replace("\"P\"", $"{port}", StringComparison.Ordinal)),
        };
        var caller = new JsonObject { ["Resources"] = new JsonObject() };
        if (called)
            caller["Parameters"] = JsonNode.Parse("""{"Group":{"Type":"AWS::SSM::Parameter::Value<String>","Default":"/app/dev/inner/group"}}""");
        var deployed = Environments.Deployed([Environments.Wanted("app-dev-inner", Inner(80)), Environments.Wanted("app-dev-api", caller)]);

        var change = ChangeFinder.Find("dev", deployed, [Environments.Wanted("app-dev-inner", Inner(port))], []);

        Assert.Equal(interrupts, change.Harm.Any(e => e.Text.Contains("is no longer at inner:80: app-dev-api call it there", StringComparison.Ordinal)));
    }
}
