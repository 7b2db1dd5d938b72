using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Environments in several regions, and a CDN whose certificate and firewall are not in the environment's own.</summary>
[LongRun]
public sealed class RegionTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Cdn = "us-east-1";

    [Fact]
    public async Task Deploy_SiteInEurope_HasCertificateAndFirewallInUsEast1AndLeavesNothingBehind()
    {
        var folder = cloud.Project(
            """
            app: europe
            region: eu-central-1
            environments: { dev: {} }
            domain: { name: europe.example.com, zone: example.com, zoneId: Z0123456789EXAMPLE01 }
            firewall: {}
            services:
              web: { type: site, source: ./web }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "web"));
        await File.WriteAllTextAsync(Path.Combine(folder, "web", "index.html"), "<!doctype html><title>Page</title>", TestContext.Current.CancellationToken);

        await cloud.DeployAsync(folder, "dev");
        Assert.Equal(["europe-dev-edge", "europe-dev-network", "europe-dev-web"], await StacksAsync("eu-central-1", "europe"));
        Assert.Equal(["europe-dev-edge-global"], await StacksAsync(Cdn, "europe"));
        var first = await ConfigAsync("europe.example.com");
        Assert.StartsWith($"arn:aws:acm:{Cdn}:", first.Certificate, StringComparison.Ordinal);
        Assert.Contains($":wafv2:{Cdn}:", first.Firewall, StringComparison.Ordinal);
        Assert.Equal(await ValuesAsync(Cdn), (await ValuesAsync("eu-central-1")).Where(value => !value.StartsWith("region ", StringComparison.Ordinal)));
        Assert.Equal([first.Certificate], await CertificatesAsync());

        // A value that is not there, or not the published one, is no unchanged environment.
        Assert.All(LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev")).Values, outcome => Assert.Equal("unchanged", outcome));
        await cloud.AwsAsync("ssm", "delete-parameter", "--name", "/europe/dev/edge-global/firewall", "--region", "eu-central-1");
        await cloud.DeployAsync(folder, "dev");
        Assert.Equal(["certificate", "firewall", "region"], (await ValuesAsync("eu-central-1")).Select(value => value.Split(" ")[0].Split("-")[0]));

        var file = Path.Combine(folder, "landfall.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("europe.example", "moved.example", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await cloud.DeployAsync(folder, "dev");
        var second = await ConfigAsync("moved.example.com");
        Assert.NotEqual(first.Certificate, second.Certificate);
        Assert.Equal([second.Certificate], await CertificatesAsync());
        Assert.Equal(await ValuesAsync(Cdn), (await ValuesAsync("eu-central-1")).Where(value => !value.StartsWith("region ", StringComparison.Ordinal)));

        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes")).Succeeded();
        Assert.Empty(await StacksAsync("eu-central-1", "europe"));
        Assert.Empty(await StacksAsync(Cdn, "europe"));
        Assert.Empty(await CertificatesAsync());
        Assert.Empty(await ValuesAsync("eu-central-1"));
        Assert.Empty(await ValuesAsync(Cdn));
    }

    [Fact]
    public async Task Deploy_EnvironmentsInTwoRegions_EachIsSeenInItsOwn()
    {
        var folder = cloud.Project(
            """
            app: twice
            region: us-east-1
            environments:
              dev: {}
              prod: { region: eu-central-1, network: { zones: 3 } }
            queues: { jobs: {} }
            services:
              worker: { type: worker, image: public.ecr.aws/nginx/nginx:1.27, queue: jobs }
            """);
        await cloud.DeployAsync(folder, "dev");
        await cloud.DeployAsync(folder, "prod");

        Assert.Equal(["twice-dev-data", "twice-dev-network", "twice-dev-worker"], await StacksAsync(Cdn, "twice"));
        Assert.Equal(["twice-prod-data", "twice-prod-network", "twice-prod-worker"], await StacksAsync("eu-central-1", "twice"));
        var listed = JsonNode.Parse((await cloud.LandfallAsync("list", folder, "--json")).Succeeded().Output)!["environments"]!.AsArray();
        Assert.Equal([Cdn, "eu-central-1"], listed.Select(environment => (string)environment!["region"]!));
        Assert.All(listed, environment => Assert.All(environment!["stacks"]!.AsArray(), stack => Assert.Equal((string)environment["region"]!, (string)stack!["region"]!)));
        foreach (var environment in new[] { "dev", "prod" })
            Assert.Empty(JsonNode.Parse((await cloud.LandfallAsync("diff", folder, "--env", environment, "--local", "--json")).Succeeded().Output)!["stacks"]!.AsArray());

        (await cloud.LandfallAsync("destroy", folder, "--env", "prod", "--local", "--yes")).Succeeded();
        Assert.Empty(await StacksAsync("eu-central-1", "twice"));
        Assert.Equal(3, (await StacksAsync(Cdn, "twice")).Count);
    }

    private async Task<List<string>> StacksAsync(string region, string app) =>
        [.. (await cloud.AwsAsync("cloudformation", "describe-stacks", "--region", region))["Stacks"]!.AsArray()
            .Select(stack => (string)stack!["StackName"]!).Where(name => name.StartsWith($"{app}-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task<List<string>> CertificatesAsync() =>
        [.. (await cloud.AwsAsync("acm", "list-certificates", "--region", Cdn))["CertificateSummaryList"]!.AsArray().Select(certificate => (string)certificate!["CertificateArn"]!)];

    /// <summary>The values of the part of the edge that is in CloudFront's region, as a region has them.</summary>
    private async Task<List<string>> ValuesAsync(string region) =>
        [.. (await cloud.AwsAsync("ssm", "get-parameters-by-path", "--path", "/europe/dev/edge-global", "--recursive", "--region", region))["Parameters"]!.AsArray()
            .Select(parameter => $"{((string)parameter!["Name"]!)["/europe/dev/edge-global/".Length..]} {(string)parameter["Value"]!}").Order(StringComparer.Ordinal)];

    private async Task<(string Certificate, string Firewall)> ConfigAsync(string alias)
    {
        var id = (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", "/europe/dev/sites/web/distribution", "--region", "eu-central-1"))["Parameter"]!["Value"]!;
        var config = (await cloud.AwsAsync("cloudfront", "get-distribution-config", "--id", id))["DistributionConfig"]!;
        Assert.Equal([alias], config["Aliases"]!["Items"]!.AsArray().Select(item => (string)item!));
        return ((string)config["ViewerCertificate"]!["ACMCertificateArn"]!, (string)config["WebACLId"]!);
    }
}
