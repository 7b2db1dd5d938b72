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
    [InlineData("AWS::ApplicationAutoScaling::ScalableTarget", """{"MaxCapacity":4}""", """{"MaxCapacity":8}""", "")]
    [InlineData("AWS::Scheduler::Schedule", """{"State":"ENABLED"}""", """{"State":"DISABLED"}""", "interrupts!")]
    [InlineData("AWS::Lambda::Function", """{}""", """{"ReservedConcurrentExecutions":0}""", "interrupts!")]
    public void Change_Property_HasItsEffects(string type, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change(type, before, after)));
}
