using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Traffic that is kept away from a zone, as the AWS CLI sees it.</summary>
public sealed class ShiftAwayTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task ShiftAway_Zone_IsActiveUntilItIsEnded()
    {
        var folder = cloud.Project("""
            app: away
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            services: { api: { type: web, image: nginx:1, port: 8080, scale: { min: 2, max: 2 } } }
            """);
        await cloud.DeployAsync(folder, "dev");
        Assert.Empty(await ActiveAsync());

        var planned = await ShiftAsync(folder, "--dry-run");
        var (inZone, elsewhere) = ((int)planned["services"]![0]!["inZone"]!, (int)planned["services"]![0]!["elsewhere"]!);
        Assert.Equal((1, 1), (inZone, elsewhere));
        Assert.Empty(await ActiveAsync());

        Assert.True((bool)(await ShiftAsync(folder, "--for", "2h", "--yes"))["changed"]!);
        var shift = Assert.Single(await ActiveAsync())!;
        Assert.Equal("use1-az6", (string)shift["awayFrom"]!);
        var status = JsonNode.Parse((await cloud.LandfallAsync("status", folder, "--local", "--json")).Succeeded().Output)!;
        Assert.Equal("use1-az6", (string)Assert.Single(status["shifts"]!.AsArray())!["zone"]!);

        var refused = await cloud.LandfallAsync("shift-away", "us-east-1b", folder, "--local", "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5432", refused.Error, StringComparison.Ordinal);

        Assert.True((bool)(await ShiftAsync(folder, "--end", "--yes"))["changed"]!);
        Assert.Empty(await ActiveAsync());
        var trail = JsonNode.Parse((await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output)!["entries"]!.AsArray();
        Assert.Equal(["shift-away", "shift-away"], trail.TakeLast(2).Select(entry => (string)entry!["operation"]!));
    }

    private async Task<JsonArray> ActiveAsync() => (await cloud.AwsAsync("arc-zonal-shift", "list-zonal-shifts", "--status", "ACTIVE"))["items"]!.AsArray();

    private async Task<JsonNode> ShiftAsync(string folder, params string[] more) =>
        JsonNode.Parse((await cloud.LandfallAsync(["shift-away", "us-east-1a", folder, "--local", "--json", .. more])).Succeeded().Output)!;
}
