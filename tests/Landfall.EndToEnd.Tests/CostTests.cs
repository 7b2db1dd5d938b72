using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What an environment is said to cost, beside what a deployment makes.</summary>
[LongRun]
public sealed class CostTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Cost_OfAnEnvironment_IsThatOfWhatADeploymentMakes()
    {
        var folder = cloud.CopySample("shop");
        var cost = JsonNode.Parse((await cloud.LandfallAsync("cost", folder, "--env", "dev", "--json")).Succeeded().Output)!;
        var month = (decimal)cost["month"]!["expected"]!;
        Assert.True(month > 100);

        // A first deployment costs what the estimate says, and says so.
        Assert.Equal((0m, month), await CostOfChangeAsync(folder));
        await cloud.DeployAsync(folder, "dev");

        // What is paid for by the hour is there.
        var endpoints = (await cloud.AwsAsync("ec2", "describe-vpc-endpoints", "--filters", "Name=vpc-endpoint-type,Values=Interface"))["VpcEndpoints"]!.AsArray();
        Assert.NotEmpty(endpoints);
        Assert.Equal(endpoints.Sum(e => e!["SubnetIds"]!.AsArray().Count) * 7.30m, Expected(cost, "interfaceEndpointHour"));
        var balancers = (await cloud.AwsAsync("elbv2", "describe-load-balancers"))["LoadBalancers"]!.AsArray();
        Assert.Equal(balancers.Count * 16.43m, Expected(cost, "loadBalancerHour"));

        // Twice the memory of the API's tasks, and nothing else.
        var file = Path.Combine(folder, "landfall.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("memory: 2048", "memory: 4096", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var memory = cost["parts"]!.AsArray().Single(p => (string?)p!["name"] == "api")!["resources"]!.AsArray().SelectMany(r => r!["lines"]!.AsArray()).Single(l => (string?)l!["price"] == "fargateArmGbHour");
        var (before, after) = await CostOfChangeAsync(folder);
        Assert.Equal(month, before);
        Assert.Equal((double)memory!["month"]!["expected"]!, (double)(after - before), 0.02);

        var deployed = (await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--yes")).Succeeded();
        Assert.Contains("Costs +$", deployed.Error, StringComparison.Ordinal);
    }

    /// <summary>The local AWS bills nobody: it answers what it is told to.</summary>
    [Fact]
    public async Task Cost_WhatWasBilled_StandsBesideTheEstimateWithWhatHasRisen()
    {
        var folder = cloud.CopySample("shop");
        var file = Path.Combine(folder, "landfall.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("111111111111", "123456789012", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var days = Enumerable.Range(1, 30).Reverse().Select(ago => new
        {
            TimePeriod = new { Start = $"{today.AddDays(-ago):yyyy-MM-dd}", End = $"{today.AddDays(1 - ago):yyyy-MM-dd}" },
            Groups = new[] { new { Keys = new[] { "Amazon ECS", "Fargate" }, Metrics = new { UnblendedCost = new { Amount = ago > 6 ? "2" : "6.5", Unit = "USD" } } } },
        });
        using var http = new HttpClient();
        using var results = new StringContent(JsonSerializer.Serialize(new { results = new[] { new { ResultsByTime = days } } }), Encoding.UTF8, "application/json");
        var told = await http.PostAsync($"{cloud.Endpoint}/moto-api/static/ce/cost-and-usage-results", results, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, told.StatusCode);

        await cloud.MeasureAsync("shop-dev", "api", cpu: 12, memory: 41);
        var credentials = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" };
        var cost = JsonNode.Parse((await cloud.LandfallOnAwsAsync(credentials, "cost", folder, "--env", "dev", "--actual", "--json")).Succeeded().Output)!;

        Assert.Equal((24 * 2) + (6 * 6.5m), (decimal)cost["actual"]!["amount"]!);
        Assert.Equal("Amazon ECS", (string?)Assert.Single(cost["actual"]!["services"]!.AsArray())!["service"]);
        var advice = cost["advice"]!.AsArray().Single(a => (string?)a!["service"] == "api")!;
        Assert.Equal((12, 41), ((double)advice["measured"]!["cpuP99"]!, (double)advice["measured"]!["memoryMost"]!));
        Assert.True((decimal)advice["advice"]![0]!["saves"]! > 0);
        Assert.All(cost["advice"]!.AsArray().Where(a => (string?)a!["service"] != "api"), a => Assert.Empty(a!["advice"]!.AsArray()));
        var rise = cost["actual"]!["rise"]!;
        Assert.Equal(($"{today.AddDays(-6):yyyy-MM-dd}", 2m, 6.5m), ((string?)rise["since"], (decimal)rise["before"]!, (decimal)rise["after"]!));
    }

    private static decimal Expected(JsonNode cost, string price) =>
        cost["parts"]!.AsArray().SelectMany(p => p!["resources"]!.AsArray()).SelectMany(r => r!["lines"]!.AsArray())
            .Where(l => (string?)l!["price"] == price).Sum(l => (decimal)l!["month"]!["expected"]!);

    private async Task<(decimal Before, decimal After)> CostOfChangeAsync(string folder)
    {
        var change = JsonNode.Parse((await cloud.LandfallAsync("diff", folder, "--env", "dev", "--local", "--json")).Succeeded().Output)!;
        Assert.Contains(change["effects"]!.AsArray(), e => (string?)e!["kind"] == "cost" && !(bool)e["harmful"]!);
        return ((decimal)change["cost"]!["before"]!, (decimal)change["cost"]!["after"]!);
    }
}
