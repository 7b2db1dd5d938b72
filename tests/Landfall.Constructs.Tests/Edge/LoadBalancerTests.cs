using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Edge;

/// <summary>Whom the public load balancer lets in.</summary>
public sealed class LoadBalancerTests
{
    private const string Everyone = "0.0.0.0/0";
    private const string Domain = "domain: { name: www.example.com, zone: example.com, zoneId: Z1 }\n";
    private const string Job = ", nightly: { type: job, image: n, schedule: rate(1 day) }";

    [Theory]
    [InlineData("", "api", "/api/*", "", "80 pl-1")]
    [InlineData(Domain, "api", "/api/*", "", "443 pl-1")]
    [InlineData("", "null", "/api/*", "", $"80 {Everyone}")]
    [InlineData("", "api", "/api/*", ", other: { type: web, image: n, path: /other }", $"80 {Everyone}")]
    [InlineData(Domain, "null", "/api/*", ", other: { type: web, image: n, path: /other }", "443 pl-1")]
    [InlineData(Domain, "api", "/api/*", Job, $"443 {Everyone}, 80 {Everyone}")]
    [InlineData(Domain, "api", "/api/*", ", other: { type: web, image: n, host: other.example.com }", $"443 {Everyone}, 80 {Everyone}")]
    public void Create_PublicOne_AdmitsTheCdnAloneWhereAllGoesThroughIt(string domain, string api, string path, string more, string admitted) =>
        Assert.Equal(admitted, Admitted(domain, api, path, more, "pl-1"));

    [Fact]
    public void Create_ListThatIsNotKnown_AdmitsEveryone() => Assert.Equal($"80 {Everyone}", Admitted("", "api", "/api/*", "", list: null));

    private static string Admitted(string domain, string api, string path, string more, string? list)
    {
        using var folder = new TemporaryFolder();
        folder.Write("index.html", "<!doctype html><title>Page</title>");
        var plan = SmallPlan.Create($"{domain}services: {{ api: {{ type: web, image: n, path: '{path}' }}, page: {{ type: site, api: {api} }}{more} }}") with { CdnPrefixList = list };
        var rules = Synthesis.Run(plan, folder: folder.Path)["shop-dev-edge"]["Resources"]!.AsObject()
            .Where(pair => pair.Key.StartsWith("LoadBalancerPort", StringComparison.Ordinal))
            .Select(pair => pair.Value!["Properties"]!)
            .Select(rule => $"{rule["FromPort"]} {(string?)rule["CidrIp"] ?? (string?)rule["SourcePrefixListId"]}");
        return string.Join(", ", rules.Order(StringComparer.Ordinal));
    }
}
