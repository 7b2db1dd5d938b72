namespace Landfall.EndToEnd.Tests;

/// <summary>A pull request's environment beside the one that it copies.</summary>
[LongRun]
public sealed class PreviewTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: small
        region: us-east-1
        account: "123456789012"
        environments: { dev: {} }
        tables: { orders: { partitionKey: id } }
        secrets: { session: { generate: 20 } }
        services: { api: { type: internal, image: nginx, scale: { min: 2 }, uses: [orders, session] } }
        pipeline: { source: { github: {}, repository: acme/small, pullRequest: true }, stages: [dev], preview: { limit: 1 } }
        """;

    [Fact]
    public async Task Deploy_PullRequest_StandsBesideTheOriginalAndGoesWithoutATrace()
    {
        var folder = cloud.Project(Yaml);
        await cloud.DeployAsync(folder, "dev");
        await cloud.AwsAsync("dynamodb", "put-item", "--table-name", "small-dev-orders", "--item", """{"id":{"S":"1"}}""");
        var before = await DevAsync();

        var report = await cloud.DeployAsync(folder, "pr-7");

        Assert.Equal("pr-7", (string)report["environment"]!);
        Assert.Equal(["small-pr-7-api", "small-pr-7-data", "small-pr-7-network"], await StacksAsync("small-pr-7-"));
        Assert.Equal(1, (int)(await cloud.AwsAsync("ecs", "describe-services", "--cluster", "small-pr-7", "--services", "api"))["services"]![0]!["desiredCount"]!);
        Assert.Equal(0, (int)(await cloud.AwsAsync("dynamodb", "scan", "--table-name", "small-pr-7-orders"))["Count"]!);
        Assert.Equal(before, await DevAsync());

        // One more is not allowed, and leaves nothing.
        var refused = await cloud.LandfallAsync("deploy", folder, "--env", "pr-8", "--local", "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5224 'pr-8' was not deployed: the file allows pull requests 1 copies of 'dev' at once, and there is pr-7.", refused.Error, StringComparison.Ordinal);
        Assert.Empty(await StacksAsync("small-pr-8-"));

        // Deployed again it is in nobody's way.
        Assert.All(LocalCloud.Outcomes(await cloud.DeployAsync(folder, "pr-7")).Values, outcome => Assert.Equal("unchanged", outcome));

        (await cloud.LandfallAsync("destroy", folder, "--env", "pr-7", "--local", "--yes")).Succeeded();

        Assert.Empty(await StacksAsync("small-pr-7-"));
        Assert.DoesNotContain("pr-7", (await cloud.AwsAsync("dynamodb", "list-tables")).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pr-7", (await cloud.AwsAsync("secretsmanager", "list-secrets")).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/small/pr-7", (await cloud.AwsAsync("logs", "describe-log-groups")).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await cloud.AwsAsync("ssm", "get-parameters-by-path", "--path", "/small/pr-7", "--recursive"))["Parameters"]!.AsArray());
        Assert.Equal(before, await DevAsync());
        Assert.Equal(1, (int)(await cloud.AwsAsync("dynamodb", "scan", "--table-name", "small-dev-orders"))["Count"]!);
    }

    [Fact]
    public async Task Deploy_FileWithoutPreviews_RefusesAndNamesTheKey()
    {
        var folder = cloud.Project(Yaml.Replace(", preview: { limit: 1 }", "", StringComparison.Ordinal));

        var refused = await cloud.LandfallAsync("deploy", folder, "--env", "pr-7", "--local", "--yes");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF1601 There is no environment 'pr-7'. There is dev. A pull request has one of its own where the file has 'preview: true' under 'pipeline'.", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>What CloudFormation has done to the original so far.</summary>
    private async Task<string> DevAsync()
    {
        var said = new List<string>();
        foreach (var stack in await StacksAsync("small-dev-"))
        {
            // The local AWS lists those of every stack.
            var sets = (await cloud.AwsAsync("cloudformation", "list-change-sets", "--stack-name", stack))["Summaries"]?.AsArray().Count(set => (string)set!["StackName"]! == stack) ?? 0;
            var events = (await cloud.AwsAsync("cloudformation", "describe-stack-events", "--stack-name", stack))["StackEvents"]!.AsArray().Count;
            said.Add(FormattableString.Invariant($"{stack} {sets} {events}"));
        }

        Assert.Equal(3, said.Count);
        return string.Join(", ", said);
    }

    private async Task<List<string>> StacksAsync(string start) =>
    [
        .. (await cloud.AwsAsync("cloudformation", "describe-stacks", "--query", "Stacks[].StackName")).AsArray().Select(stack => (string)stack!)
            .Where(stack => stack.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
