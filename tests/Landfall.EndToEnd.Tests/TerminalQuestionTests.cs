using System.Text.Json;

namespace Landfall.EndToEnd.Tests;

/// <summary>A person at a terminal, which <c>script</c> makes, while the tasks of a first creation fail.</summary>
public sealed class TerminalQuestionTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_TasksFailAndAPersonSaysYes_RollsBackAtOnceAndKeepsTheEvidence()
    {
        RequiredTool.OrSkip("script", "apt-get install bsdutils");
        var folder = cloud.Project("""
            app: asked
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api: { type: web, image: nginx, port: 8080 }
            """);
        using (var http = new HttpClient())
        using (var failing = new StringContent(JsonSerializer.Serialize(new { cluster = "asked-dev", service = "api", exitCode = 3, seconds = 600, log = new[] { "no database" } })))
        using (var answer = await http.PostAsync(new Uri(cloud.Endpoint + "/landfall/failing-tasks"), failing, TestContext.Current.CancellationToken))
            answer.EnsureSuccessStatusCode();

        // The answer waits in the terminal until the question comes.
        var result = await cloud.AtTerminalAsync("y\n", "deploy", folder, "--local");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("has failed: Essential container in task exited", result.Output, StringComparison.Ordinal);
        Assert.Contains("api | no database", result.Output, StringComparison.Ordinal);
        Assert.Contains("Roll back now, instead of letting ECS try again?", result.Output, StringComparison.Ordinal);
        Assert.Contains("Rolling back asked-dev-api", result.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, (await cloud.AwsTextAsync("cloudformation", "describe-stacks", "--stack-name", "asked-dev-api")).ExitCode);

        // What tells the cause is still there: the service's log group, and everything that the CDK CLI printed.
        var groups = await cloud.AwsAsync("logs", "describe-log-groups", "--log-group-name-prefix", "/asked/dev/api", "--query", "logGroups[].logGroupName");
        Assert.Equal("/asked/dev/api", (string)Assert.Single(groups.AsArray())!);
        var log = Assert.Single(Directory.GetFiles(Path.Combine(folder, ".landfall", "dev"), "deploy-*.log"));
        Assert.Contains("asked-dev-api", await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
