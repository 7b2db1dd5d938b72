using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Two people, or two terminals, at once.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Deploy_TwiceAtOnceOnAFreshMachine_OneStartsTheLocalAwsAndOneDeploys()
    {
        await using var cloud = new LocalCloud();
        var folder = cloud.CopySample("ecs-devops");
        string[] arguments = ["deploy", folder, "--local", "--json"];

        var results = await Task.WhenAll(cloud.LandfallAsync(arguments), cloud.LandfallAsync(arguments));

        var outcomes = results.Select(r => LocalCloud.Outcomes(JsonSerializer.Deserialize<JsonNode>(r.Succeeded().Output)!).Values.Distinct());
        Assert.Equal(["created", "unchanged"], outcomes.Select(Assert.Single).Order(StringComparer.Ordinal));
        Assert.Single(results, r => r.Error.Contains("Starting the local AWS", StringComparison.Ordinal));
        Assert.Contains(results, r => r.Error.Contains("waiting for it to end", StringComparison.Ordinal));
    }
}
