using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Sessions;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Sessions;

public sealed class OpenTasksTests : IDisposable
{
    private static readonly AppPlan Plan = PlainPlan.Create("api: { type: web, image: n, exec: true, port: 80 }, other: { type: internal, image: n, port: 80 }");

    private readonly StubAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task FindAsync_SeveralTasks_IsTheNewestOfTheServiceThatTakesSessions()
    {
        Running(Task("1", 10), Task("2", 30), Task("3", 40, group: "service:other"), Task("4", 50, enabled: false), Task("5", 60, status: "PENDING"));

        var found = await FindAsync();

        Assert.Equal(new OpenTask("arn:task/shop-dev/2", "2", "api", "2-api"), found);
        Assert.Equal("ecs:shop-dev_2_2-api", found.TargetIn("shop-dev"));
    }

    [Fact]
    public async Task FindAsync_TaskAndContainer_AreThese()
    {
        Running(Task("0f1", 10), Task("0f2", 30));

        Assert.Equal(new OpenTask("arn:task/shop-dev/0f1", "0f1", "agent", "0f1-agent"), await FindAsync("0f1", "agent"));
    }

    [Theory]
    [InlineData("other", null, null, "'other' takes no sessions. Write 'exec: true'")]
    [InlineData("api", "7", null, "No task '7' of 'api' runs")]
    [InlineData("api", "3", null, "The tasks of 'api' were started before it had 'exec: true'.")]
    [InlineData("api", "1", "cache", "The task has no container 'cache'. It has agent, api.")]
    [InlineData("api", "2", null, "The agent that takes sessions does not run in 'api' of task 2 (ECS says PENDING).")]
    public async Task FindAsync_NoneThatTakesIt_SaysWhy(string service, string? task, string? container, string message)
    {
        Running(Task("1", 10), Task("2", 30, agent: "PENDING"), Task("3", 40, enabled: false));

        var error = await Assert.ThrowsAsync<LandfallException>(() => FindAsync(task, container, service));

        Assert.Equal(ErrorCodes.SessionClosed, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static string Task(string id, int created, string group = "service:api", bool enabled = true, string status = "RUNNING", string agent = "RUNNING") => $$"""
        { "taskArn": "arn:task/shop-dev/{{id}}", "group": "{{group}}", "lastStatus": "{{status}}", "createdAt": {{created}}, "enableExecuteCommand": {{(enabled ? "true" : "false")}},
          "containers": [
            { "name": "api", "runtimeId": "{{id}}-api", "managedAgents": [{ "name": "ExecuteCommandAgent", "lastStatus": "{{agent}}" }] },
            { "name": "agent", "runtimeId": "{{id}}-agent", "managedAgents": [{ "name": "ExecuteCommandAgent", "lastStatus": "RUNNING" }] }] }
        """;

    private void Running(params string[] tasks) =>
        _aws.On("ListTasks", """{ "taskArns": ["x"] }""").On("DescribeTasks", $$"""{ "tasks": [{{string.Join(',', tasks)}}] }""");

    private Task<OpenTask> FindAsync(string? task = null, string? container = null, string service = "api") => new OpenTasks(_aws.Target, Plan).FindAsync(
        (ContainerServicePlan)Plan.Services.Single(one => one.Name == service), task, container, TestContext.Current.CancellationToken);
}
