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

    [Fact]
    public async Task SecurityFix_ProjectWithASecretInItsFile_MovesItAndTheFileIsStillAProject()
    {
        var folder = cloud.Project("""
            app: fixed
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            services:
              api:
                type: web
                image: { build: . }   # beside it
                env:
                  LIMIT: "5"
                  API_TOKEN: 9f8A7c6Db5e4F3a2
            """);
        var (file, dockerfile) = (Path.Combine(folder, "landfall.yaml"), Path.Combine(folder, "Dockerfile"));
        await File.WriteAllTextAsync(dockerfile, "FROM node:22\nCMD [\"node\"]\n", TestContext.Current.CancellationToken);
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        var shown = (await cloud.LandfallAsync("security", folder, "--no-synth", "--fix", "--dry-run", "--fail-on", "critical")).Succeeded();

        Assert.Contains("+USER node", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("9f8A7c6D", shown.Output + shown.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var refused = await cloud.LandfallAsync("security", folder, "--no-synth", "--fix", "--json");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var run = (await cloud.LandfallAsync("security", folder, "--no-synth", "--fix", "--yes", "--json")).Succeeded();

        Assert.DoesNotContain("9f8A7c6D", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(["Dockerfile", "landfall.yaml"], JsonNode.Parse(run.Output)!["fixes"]!.AsArray().Select(fix => (string?)fix!["file"]));
        Assert.Equal("FROM node:22\nUSER node\nCMD [\"node\"]\n", await File.ReadAllTextAsync(dockerfile, TestContext.Current.CancellationToken));
        var then = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("image: { build: . }   # beside it", then, StringComparison.Ordinal);
        Assert.DoesNotContain("9f8A7c6D", then, StringComparison.Ordinal);
        (await cloud.LandfallAsync("validate", folder)).Succeeded();
        Assert.Empty(JsonNode.Parse((await cloud.LandfallAsync("security", folder, "--no-synth", "--fix", "--json")).Output)!["fixes"]!.AsArray());
    }
}
