using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What 'landfall security' finds in a project's files, and in the templates that its file becomes.</summary>
public sealed class SecurityTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Security_Project_ScansItsFilesAndTheTemplatesThatItBecomes()
    {
        var folder = cloud.Project("""
            app: scan
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            queues: { emails: {} }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Dockerfile"), "FROM node:22\n", TestContext.Current.CancellationToken);
        var sarif = Path.Combine(folder, "findings.sarif");

        var run = await cloud.LandfallAsync("security", folder, "--json", "--sarif", sarif);

        Assert.Equal(1, run.ExitCode);
        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray();
        Assert.Contains(findings, finding => (string?)finding!["rule"] == "docker-root-user" && (string?)finding["file"] == "Dockerfile");
        Assert.Contains(findings, finding => (string?)finding!["rule"] == "aws-sqs-no-own-key" && ((string)finding["file"]!).StartsWith(".landfall/dev/", StringComparison.Ordinal));
        Assert.Equal(findings.Count, JsonNode.Parse(await File.ReadAllTextAsync(sarif, TestContext.Current.CancellationToken))!["runs"]![0]!["results"]!.AsArray().Count);

        var files = await cloud.LandfallAsync("security", folder, "--no-synth", "--fail-on", "critical");

        Assert.Equal(0, files.ExitCode);
        Assert.DoesNotContain(".landfall/", files.Output, StringComparison.Ordinal);
    }
}
