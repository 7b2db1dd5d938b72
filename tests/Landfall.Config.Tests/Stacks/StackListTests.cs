using Landfall.Config.Regions;
using Landfall.Config.Stacks;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Stacks;

public class StackListTests
{
    [Fact]
    public void Of_Shop_ListsEveryStackAfterWhatItNeeds()
    {
        var stacks = StackList.Of(TestLoad.Plan(ShopFile.Yaml, "dev"));

        Assert.Equal(
            [
                "shop-dev-network <- ",
                "shop-dev-data <- shop-dev-network",
                "shop-dev-edge <- shop-dev-network",
                "shop-dev-api <- shop-dev-network shop-dev-data shop-dev-edge",
                "shop-dev-load <- shop-dev-network shop-dev-edge shop-dev-api",
                "shop-dev-mailer <- shop-dev-network shop-dev-data",
                "shop-dev-nightly <- shop-dev-network shop-dev-data",
                "shop-dev-web <- shop-dev-edge shop-dev-api",
            ],
            stacks.Select(stack => $"{stack.Name} <- {string.Join(' ', stack.DependsOn)}"));
    }

    [Fact]
    public void Of_OneInternalServiceFromARegistry_HasNeitherDataNorEdge()
    {
        var plan = TestLoad.Plan(
            SmallFile.Head + "services: { a: { type: internal, image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1 } }\n",
            "dev");

        Assert.Equal(["shop-dev-network", "shop-dev-a"], StackList.Of(plan).Select(stack => stack.Name));
    }

    /// <summary>CloudFront takes certificates and firewalls of one region only, whichever the site's is.</summary>
    [Fact]
    public void Of_SiteWithDomainAndFirewallInAnyRegionWithACdn_HasOneStackWhereCloudFrontTakesThemFrom() =>
        Assert.All(RegionTable.Names.Select(RegionTable.Of).Where(region => region.CdnRegion is not null), region =>
        {
            var stacks = StackList.Of(TestLoad.Plan(
                $"app: shop\nregion: {region.Name}\nenvironments: {{ dev: {{}} }}\ndomain: {{ name: example.com, zone: example.com }}\nfirewall: {{}}\nservices: {{ web: {{ type: site }} }}\n", "dev"));

            Assert.Equal(
                region.Name == region.CdnRegion ? [] : ["shop-dev-edge-global us-east-1"],
                stacks.Where(stack => stack.Kind == StackKind.EdgeGlobal).Select(stack => $"{stack.Name} {stack.Region}"));
            Assert.All(stacks.Where(stack => stack.Kind != StackKind.EdgeGlobal), stack => Assert.Equal(region.Name, stack.Region));
        });

    [Theory]
    [InlineData("firewall: {}", true)]
    [InlineData("domain: { name: example.com, zone: example.com }", true)]
    [InlineData("domain: { name: example.com, zone: example.com, cdnCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/a' }", false)]
    [InlineData("", false)]
    public void Of_SiteElsewhere_HasAStackInTheCdnsRegionWhereItNeedsOne(string settings, bool expected)
    {
        var plan = TestLoad.Plan($"app: shop\nregion: eu-central-1\nenvironments: {{ dev: {{}} }}\n{settings}\nservices: {{ web: {{ type: site }} }}\n", "dev");

        Assert.Equal(expected, StackList.Of(plan).Any(stack => stack.Kind == StackKind.EdgeGlobal));
        Assert.Equal(expected, StackList.Of(plan).Single(stack => stack.Kind == StackKind.Edge).DependsOn.Contains("shop-dev-edge-global"));
    }

    [Fact]
    public void Of_OneServiceThatIsBuilt_HasADataStackForItsRepository()
    {
        var plan = TestLoad.Plan(SmallFile.Head + "services: { a: { type: internal, image: { build: . } } }\n", "dev");

        Assert.Equal([StackKind.Network, StackKind.Data, StackKind.Service], StackList.Of(plan).Select(stack => stack.Kind));
    }
}
