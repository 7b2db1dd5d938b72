namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>The pipeline for pull requests is deployed to the local AWS, and shows a change at a server of a service on loopback.</summary>
[LongRun]
public sealed class PullRequestRunTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: pulls
        region: us-east-1
        account: "123456789012"
        environments: { dev: {} }
        network: { nat: none }
        secrets: { hub: {} }
        tables: { audit: { partitionKey: id } }
        pipeline:
          source: { connection: "arn:aws:codeconnections:us-east-1:123456789012:connection/01234567-89ab-cdef-0123-456789abcdef", repository: acme/pulls, pullRequest: true, token: hub }
          stages: [dev]
        """;

    private static readonly Dictionary<string, string?> Credentials = new() { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" };

    [Fact]
    public async Task Run_OfAPullRequest_ShowsItsChangeThereAndDeploysNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        var source = cloud.Project(Yaml);
        Directory.CreateDirectory(Path.Combine(source, ".config"));
        var version = (await cloud.LandfallAsync("--version")).Succeeded().Output.Trim().Split('+')[0];
        await WriteAsync(source, ".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"landfall":{"version":"VERSION","commands":["landfall"]}}}""".Replace("VERSION", version, StringComparison.Ordinal));
        (await cloud.LandfallOnAwsAsync(Credentials, "context", "refresh", source)).Succeeded();
        (await cloud.LandfallOnAwsAsync(Credentials, "deploy", source, "--yes")).Succeeded();
        (await cloud.LandfallOnAwsAsync(Credentials, "pipeline", "deploy", source, "--yes")).Succeeded();
        await cloud.AwsTextAsync("secretsmanager", "put-secret-value", "--secret-id", "pulls/dev/hub", "--secret-string", GithubServer.Token);
        var template = (await cloud.AwsAsync("cloudformation", "get-template", "--stack-name", "pulls-pipeline"))["TemplateBody"]!;
        await WriteAsync(source, "landfall.yaml", Yaml.Replace("tables: { audit: { partitionKey: id } }", "tables: {}", StringComparison.Ordinal));
        await using var hub = new GithubServer("acme/pulls", 7);

        using var run = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials))
        {
            Name = "PullRequests",
            Host = hub.Url,
            Secret = async name => (string)(await cloud.AwsAsync("secretsmanager", "get-secret-value", "--secret-id", name))["SecretString"]!,
        };
        Assert.True(await run.RunAsync(), run.Said);

        Assert.Equal(["Source: succeeded", "Build: succeeded", "Change-dev: succeeded", "Report: succeeded"], run.Stages);
        var comment = Assert.Single(hub.Comments);
        Assert.Contains("The table pulls-dev-audit is deleted", comment, StringComparison.Ordinal);
        Assert.Contains("Somebody has to agree before it is deployed.", comment, StringComparison.Ordinal);
        Assert.Contains("https://example.com/ReportProject", comment, StringComparison.Ordinal);
        var status = Assert.Single(hub.Statuses);
        Assert.Equal(("landfall/pulls-pipeline", "success"), ((string)status["context"]!, (string)status["state"]!));
        Assert.DoesNotContain(run.Called, call => call.Contains(GithubServer.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(GithubServer.Token, run.Said, StringComparison.Ordinal);

        // A build that fails says why in the place of that.
        await WriteAsync(source, "landfall.yaml", Yaml.Replace("nat: none", "nat: never", StringComparison.Ordinal));
        using var failed = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials))
        {
            Name = "PullRequests",
            Host = hub.Url,
            Secret = async name => (string)(await cloud.AwsAsync("secretsmanager", "get-secret-value", "--secret-id", name))["SecretString"]!,
        };
        Assert.False(await failed.RunAsync());
        Assert.True(await failed.TellAsync(), failed.Said);

        Assert.Equal(["Source: succeeded", "Build: failed"], failed.Stages);
        var told = Assert.Single(hub.Comments);
        Assert.Contains("the build of this failed in pulls-pipeline", told, StringComparison.Ordinal);
        Assert.Contains("**Build**", told, StringComparison.Ordinal);
        Assert.Contains("'nat' is 'never'", told, StringComparison.Ordinal);
        Assert.Contains("https://example.com/codesuite/codepipeline/pipelines/pulls-pipeline-pull-requests/executions/run-1/timeline?region=us-east-1", told, StringComparison.Ordinal);
        Assert.Equal(("landfall/pulls-pipeline", "failure"), ((string)hub.Statuses[^1]["context"]!, (string)hub.Statuses[^1]["state"]!));
        Assert.DoesNotContain(failed.Called, call => call.Contains(GithubServer.Token, StringComparison.Ordinal));
        Assert.Contains("pulls-dev-audit", (await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(name => (string)name!));
    }

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
