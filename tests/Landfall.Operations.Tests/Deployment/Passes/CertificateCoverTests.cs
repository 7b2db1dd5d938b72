using System.Text.Json.Nodes;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class CertificateCoverTests
{
    private static readonly string[] Both = ["shop.example.com", "*.shop.example.com", "promo.example.org"];

    [Fact]
    public void Apply_DistributionGoes_KeepsTheCertificateAsItIs()
    {
        var deployed = Template(Both, ("Shop", "shop.example.com"), ("Promo", "promo.example.org"));
        var wanted = Template(Both[..2], ("Shop", "shop.example.com"));

        Assert.True(JsonNode.DeepEquals(deployed, CertificateCover.Apply(deployed, wanted, KeptTemplate.Of("edge", deployed, wanted))));
        Assert.Equal(Both[..2], Names(wanted));
    }

    [Fact]
    public void Apply_DistributionGoesAndAnotherComes_HasTheNamesOfBothAndProvesThem()
    {
        var deployed = Template([.. Both, "old.example.org"], ("Shop", "shop.example.com"), ("Promo", "promo.example.org"));
        var wanted = Template([.. Both[..2], "new.example.org"], ("Shop", "shop.example.com"), ("New", "new.example.org"));

        var between = CertificateCover.Apply(deployed, wanted, KeptTemplate.Of("edge", deployed, wanted));

        Assert.Equal(["shop.example.com", "*.shop.example.com", "new.example.org", "promo.example.org"], Names(between));
        Assert.Equal(
            ["shop.example.com", "new.example.org", "promo.example.org"],
            between["Resources"]!["Certificate"]!["Properties"]!["DomainValidationOptions"]!.AsArray().Select(option => (string)option!["DomainName"]!));
    }

    [Theory]
    [InlineData("a.shop.example.com")]
    [InlineData("shop.example.com")]
    public void Apply_NameThatTheNewCertificateCovers_ChangesNothing(string alias)
    {
        var deployed = Template(Both, ("Shop", "shop.example.com"), ("Promo", alias));
        var kept = KeptTemplate.Of("edge", deployed, Template(Both[..2], ("Shop", "shop.example.com")));

        Assert.Same(kept, CertificateCover.Apply(deployed, Template(Both[..2], ("Shop", "shop.example.com")), kept));
    }

    [Fact]
    public void Apply_DistributionThatStaysWithAnotherName_GetsTheNewCertificate()
    {
        var deployed = Template(Both, ("Promo", "promo.example.org"));
        var wanted = Template(Both[..2], ("Promo", "shop.example.com"));

        Assert.Same(wanted, CertificateCover.Apply(deployed, wanted, KeptTemplate.Of("edge", deployed, wanted)));
    }

    [Fact]
    public void Apply_CertificateForAnotherDomain_IsANewOneWithTheOldName()
    {
        var deployed = Template(["promo.example.org", "shop.example.com"], ("Shop", "shop.example.com"), ("Promo", "promo.example.org"));
        var wanted = Template(["shop.example.com"], ("Shop", "shop.example.com"));

        Assert.Equal(["shop.example.com", "promo.example.org"], Names(CertificateCover.Apply(deployed, wanted, KeptTemplate.Of("edge", deployed, wanted))));
    }

    [Fact]
    public void Apply_CertificateByItsArn_IsNobodysToChange()
    {
        var deployed = Template(Both, ("Shop", "shop.example.com"), ("Promo", "promo.example.org"));
        deployed["Resources"]!["Promo"]!["Properties"]!["DistributionConfig"]!["ViewerCertificate"]!["AcmCertificateArn"] = "arn:aws:acm:us-east-1:111111111111:certificate/given";
        var wanted = Template(Both[..2], ("Shop", "shop.example.com"));

        Assert.Equal(Both[..2], Names(CertificateCover.Apply(deployed, wanted, KeptTemplate.Of("edge", deployed, wanted))));
    }

    private static string[] Names(JsonObject template)
    {
        var properties = template["Resources"]!["Certificate"]!["Properties"]!;
        return [(string)properties["DomainName"]!, .. properties["SubjectAlternativeNames"]!.AsArray().Select(name => (string)name!)];
    }

    private static JsonObject Template(string[] names, params (string Id, string Alias)[] distributions)
    {
        var resources = new JsonObject
        {
            ["Certificate"] = new JsonObject
            {
                ["Type"] = "AWS::CertificateManager::Certificate",
                ["Properties"] = new JsonObject
                {
                    ["DomainName"] = names[0],
                    ["SubjectAlternativeNames"] = new JsonArray([.. names.Skip(1).Select(name => JsonValue.Create(name))]),
                    ["DomainValidationOptions"] = new JsonArray([.. names.Where(name => name[0] != '*').Select(name => new JsonObject { ["DomainName"] = name, ["HostedZoneId"] = "Z1" })]),
                },
            },
        };
        foreach (var (id, alias) in distributions)
        {
            resources[id] = JsonNode.Parse($$"""
                { "Type": "AWS::CloudFront::Distribution", "Properties": { "DistributionConfig": { "Aliases": ["{{alias}}"], "ViewerCertificate": { "AcmCertificateArn": { "Ref": "Certificate" } } } } }
                """);
        }

        return new JsonObject { ["Resources"] = resources };
    }
}
