using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What an environment is said to cost, beside what a deployment makes.</summary>
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
