namespace Landfall.EndToEnd.Tests;

/// <summary>The commands below <c>landfall local</c>.</summary>
public sealed class LocalTests
{
    [Fact]
    public async Task Local_OnAFreshMachine_StartsStopsAndSaysWhetherItRuns()
    {
        await using var cloud = new LocalCloud();

        Assert.Contains("does not run", (await cloud.LandfallAsync("local", "stop")).Succeeded().Error, StringComparison.Ordinal);
        var endpoint = (await cloud.LandfallAsync("local", "start")).Succeeded().Output.Trim();
        Assert.Contains(endpoint, (await cloud.LandfallAsync("local", "status")).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains(endpoint, (await cloud.LandfallAsync("local", "stop")).Succeeded().Error, StringComparison.Ordinal);
        Assert.Contains("does not run", (await cloud.LandfallAsync("local", "status")).Succeeded().Error, StringComparison.Ordinal);
    }
}
