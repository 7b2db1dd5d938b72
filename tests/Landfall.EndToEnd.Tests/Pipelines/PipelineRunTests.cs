namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>A pipeline is deployed to the local AWS, and what its template says is run there.</summary>
public sealed class PipelineRunTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: small
        region: us-east-1
        account: "123456789012"
        notify: [ops@example.com]
        environments: { dev: {} }
        network: { nat: none }
        tables: { audit: { partitionKey: id }, orders: { partitionKey: id } }
        pipeline:
          source: { connection: "arn:aws:codeconnections:us-east-1:123456789012:connection/01234567-89ab-cdef-0123-456789abcdef", repository: acme/small }
          stages: [dev]
        """;

    private static readonly Dictionary<string, string?> Credentials = new() { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" };

    [Fact]
    public async Task Run_OfTheDeployedTemplate_DeploysWhatPassesAndStopsAtWhatDoesNot()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        var source = cloud.Project(Yaml);
        Directory.CreateDirectory(Path.Combine(source, ".config"));
        var version = (await cloud.LandfallAsync("--version")).Succeeded().Output.Trim().Split('+')[0];
        await WriteAsync(source, ".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"landfall":{"version":"VERSION","commands":["landfall"]}}}""".Replace("VERSION", version, StringComparison.Ordinal));
        (await cloud.LandfallOnAwsAsync(Credentials, "context", "refresh", source)).Succeeded();
        (await cloud.LandfallOnAwsAsync(Credentials, "pipeline", "deploy", source, "--yes")).Succeeded();
        var template = (await cloud.AwsAsync("cloudformation", "get-template", "--stack-name", "small-pipeline"))["TemplateBody"]!;

        // A change that only makes things passes without anybody, and the pipeline finds itself up to date.
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials)))
        {
            Assert.True(await run.RunAsync(), run.Said);
            Assert.Equal(["Source: succeeded", "Build: succeeded", "Update: succeeded", "Change-dev: succeeded", "Approve-dev: SKIP", "Deploy-dev: succeeded"], run.Stages);
            Assert.Contains("dotnet landfall deploy . --env dev --change change-dev.json --rollback-on-failure", run.Called);
            Assert.DoesNotContain(run.Called, IsExplanation);
        }

        Assert.Contains("small-dev-orders", await TablesAsync());

        // A file that is wrong gets no further than the build.
        await WriteAsync(source, "landfall.yaml", Yaml.Replace("nat: none", "nat: never", StringComparison.Ordinal));
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials)))
        {
            Assert.False(await run.RunAsync());
            Assert.Equal("Build: failed", run.Stages[^1]);
            Assert.DoesNotContain(run.Called, call => call.Contains("landfall deploy", StringComparison.Ordinal));
            Assert.Single(run.Called, IsExplanation);
        }

        // A change that loses data waits for somebody, who sees it and says no.
        await WriteAsync(source, "landfall.yaml", Yaml.Replace(", orders: { partitionKey: id }", "", StringComparison.Ordinal));
        string? asked = null;
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials)) { Approves = text => (asked = text) is null })
        {
            Assert.False(await run.RunAsync());
            Assert.Equal("Approve-dev: failed", run.Stages[^1]);
            Assert.Contains("loses data", asked, StringComparison.Ordinal);
            Assert.Contains("https://example.com/ChangeDevProject", asked, StringComparison.Ordinal);

            // The stage that was not approved would not let it through either.
            Assert.False(await run.BuildAsync("Deploy-dev"));
            Assert.Contains("Nobody has approved what this change does.", run.Said, StringComparison.Ordinal);
        }

        Assert.Contains("small-dev-orders", await TablesAsync());

        // Going back does no harm unasked either.
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials)) { Kind = "ROLLBACK", Approves = _ => true })
        {
            Assert.False(await run.RunAsync());
            Assert.Equal("Deploy-dev: failed", run.Stages[^1]);
            Assert.Contains("LF5121", run.Said, StringComparison.Ordinal);
        }

        // Somebody says yes.
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(Credentials)) { Approves = _ => true })
            Assert.True(await run.RunAsync(), run.Said);
        Assert.DoesNotContain("small-dev-orders", await TablesAsync());

        // The pipeline goes, and what it has deployed stays.
        var refused = await cloud.LandfallOnAwsAsync(Credentials, "pipeline", "destroy", source);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("stays: the environment 'dev' (123456789012, us-east-1), as it runs", refused.Error, StringComparison.Ordinal);
        Assert.Contains("is lost: AWS::S3::Bucket small-pipeline-artifacts", refused.Error, StringComparison.Ordinal);
        (await cloud.LandfallOnAwsAsync(Credentials, "pipeline", "destroy", source, "--yes")).Succeeded();
        Assert.NotEqual(0, (await cloud.AwsTextAsync("cloudformation", "describe-stacks", "--stack-name", "small-pipeline")).ExitCode);
        Assert.Contains("small-dev-audit", await TablesAsync());
    }

    private static bool IsExplanation(string call) => call == "dotnet landfall build explain --build BuildProject:1";

    private async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(name => (string)name!)];

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
