using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Edge;

public sealed class EdgeGlobalStackTests : IDisposable
{
    private const string Edge = "shop-dev-edge";
    private const string EdgeGlobal = "shop-dev-edge-global";
    private const string Domain = "domain: { name: shop.example.com, zone: example.com, zoneId: Z0123456789EXAMPLE01 }\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_OtherRegion_HasTheCdnsCertificateAndFirewall()
    {
        var stacks = Run("eu-west-1", Domain + "firewall: {}\n");

        var certificate = Assert.Single(OfType(stacks[EdgeGlobal], "AWS::CertificateManager::Certificate"));
        Assert.Equal("shop.example.com", (string?)certificate["Properties"]!["DomainName"]);
        Assert.Equal("Z0123456789EXAMPLE01", (string?)certificate["Properties"]!["DomainValidationOptions"]![0]!["HostedZoneId"]);
        Assert.Equal("CLOUDFRONT", (string?)Assert.Single(OfType(stacks[EdgeGlobal], "AWS::WAFv2::WebACL"))["Properties"]!["Scope"]);
        Assert.Empty(OfType(stacks[Edge], "AWS::CertificateManager::Certificate"));
        Assert.Empty(OfType(stacks[Edge], "AWS::WAFv2::WebACL"));
    }

    /// <summary>What the distribution takes is what the other stack publishes, by the same name.</summary>
    [Fact]
    public void Create_OtherRegion_IsReadByTheDistribution()
    {
        var stacks = Run("eu-west-1", Domain + "firewall: {}\n");

        var config = Assert.Single(OfType(stacks[Edge], "AWS::CloudFront::Distribution"))["Properties"]!["DistributionConfig"]!;
        string[] read = [Parameter(config["ViewerCertificate"]!["AcmCertificateArn"]!), Parameter(config["WebACLId"]!)];
        Assert.Equal(
            OfType(stacks[EdgeGlobal], "AWS::SSM::Parameter").Select(parameter => (string)parameter["Properties"]!["Name"]!).Order(), read.Order());

        string Parameter(JsonNode reference) => (string)stacks[Edge]["Parameters"]![(string)reference["Ref"]!]!["Default"]!;
    }

    /// <summary>CloudFormation deletes what it replaces before the distribution, in another stack, has the new one.</summary>
    [Fact]
    public void Create_OtherNames_IsAnotherCertificateUnderAnotherName()
    {
        var (one, other) = (Run("eu-west-1", Domain)[EdgeGlobal], Run("eu-west-1", Domain.Replace("shop.example", "store.example", StringComparison.Ordinal))[EdgeGlobal]);

        Assert.Empty(Ids(one).Intersect(Ids(other)));

        static IEnumerable<string> Ids(JsonNode template) => template["Resources"]!.AsObject().Select(resource => resource.Key);
    }

    [Theory]
    [InlineData("us-east-1", Domain + "firewall: {}\n")] // CloudFront's own region: the edge stack has it all
    [InlineData("eu-west-1", "")]
    [InlineData("eu-west-1", "domain: { name: shop.example.com, zone: example.com, cdnCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/a' }\n")]
    public void Create_NothingOfAnotherRegionNeeded_IsNotThere(string region, string settings) =>
        Assert.DoesNotContain(EdgeGlobal, Run(region, settings).Keys);

    [Fact]
    public void Create_OtherRegion_SaysWhereItsEnvironmentIs()
    {
        var manifest = Manifest("eu-west-1", Domain);

        Assert.Equal("aws://111111111111/us-east-1", (string?)manifest[EdgeGlobal]!["environment"]);
        Assert.Equal("eu-west-1", (string?)manifest[EdgeGlobal]!["properties"]!["tags"]!["landfall:region"]);
        Assert.Null(manifest[Edge]!["properties"]!["tags"]!["landfall:region"]);
        Assert.Contains(EdgeGlobal, manifest[Edge]!["dependencies"]!.AsArray().Select(dependency => (string?)dependency));
    }

    private static IEnumerable<JsonNode> OfType(JsonNode template, string type) =>
        template["Resources"]!.AsObject().Select(resource => resource.Value!).Where(resource => (string?)resource["Type"] == type);

    private SortedDictionary<string, JsonNode> Run(string region, string settings)
    {
        _folder.Write("index.html", "<!doctype html><title>Page</title>");
        return Synthesis.Run(SmallPlan.Create($"{settings}services: {{ page: {{ type: site }} }}", region), folder: _folder.Path);
    }

    private JsonObject Manifest(string region, string settings)
    {
        JsonObject? artifacts = null;
        _folder.Write("index.html", "<!doctype html><title>Page</title>");
        Synthesis.Run(SmallPlan.Create($"{settings}services: {{ page: {{ type: site }} }}", region), folder: _folder.Path, read: folder =>
            artifacts = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["artifacts"]!.AsObject());
        return artifacts!;
    }
}
