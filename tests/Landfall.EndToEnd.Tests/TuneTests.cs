using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A file that is changed by what was measured.</summary>
public sealed class TuneTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Tune_MeasuredService_ShowsTheChangeAndWritesItWhenToldTo()
    {
        var folder = cloud.Project("""
            app: tuned
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: one }
            services:
              api:
                type: web
                image: nginx:1.27
                cpu: 2048      # a guess
                memory: 4096
              quiet:
                type: internal
                image: nginx:1.27
            """);
        var file = Path.Combine(folder, "landfall.yaml");
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        var unmeasured = (await cloud.LandfallAsync("tune", folder, "--local")).Succeeded();

        Assert.Contains("api: Measured on 0 of the last 28 days.", unmeasured.Output, StringComparison.Ordinal);
        Assert.Contains("landfall.yaml stays as it is.", unmeasured.Error, StringComparison.Ordinal);

        await cloud.MeasureAsync("tuned-dev", "api", cpu: 20, memory: 30);
        var shown = (await cloud.LandfallAsync("tune", folder, "--local")).Succeeded();

        Assert.Contains("-    cpu: 2048      # a guess", shown.Output, StringComparison.Ordinal);
        Assert.Contains("+    cpu: 1024      # a guess", shown.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var written = JsonNode.Parse((await cloud.LandfallAsync("tune", folder, "--local", "--write", "--yes", "--json")).Succeeded().Output)!;

        Assert.True((bool)written["written"]!);
        Assert.Empty(written["services"]!.AsArray().Single(s => (string?)s!["service"] == "quiet")!["keys"]!.AsArray());
        var then = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("    cpu: 1024      # a guess\n    memory: 2048\n", then, StringComparison.Ordinal);
        (await cloud.LandfallAsync("validate", folder)).Succeeded();
        Assert.NotEqual(0, (await cloud.LandfallAsync("tune", folder, "--local", "--write", "--dry-run")).ExitCode);
    }
}
