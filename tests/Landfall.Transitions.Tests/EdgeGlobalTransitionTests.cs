using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Transitions.Tests;

/// <summary>
/// An environment in eu-central-1 whose CDN comes, gets other names and goes. After every step the model of the cloud checks
/// that nothing that runs names what is gone.
/// </summary>
public sealed class EdgeGlobalTransitionTests : IDisposable
{
    private const string Site = "  page: { type: site }\n";
    private const string Firewall = "firewall: {}\n";
    private const string EdgeGlobal = "shop-dev-edge-global";

    private readonly TemporaryFolder _folder = new();
    private readonly Synthesised _synthesised = new();
    private readonly ModelCloud _cloud = new();

    public void Dispose()
    {
        _synthesised.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Deploy_CdnSwitchedOn_MakesWhatItNeedsElsewhereFirst()
    {
        Deploy("shop", Firewall, "");

        var steps = Deploy("shop", Firewall, Site);

        Assert.Equal(["Shared edge-global+network", "Shared edge", "Services page"], steps);
    }

    /// <summary>The new certificate, then the distribution, then the old one goes.</summary>
    [Fact]
    public void Deploy_OtherName_KeepsTheOldCertificateUntilTheDistributionHasTheNewOne()
    {
        Deploy("shop", Firewall, Site);

        var held = new List<(string Step, int Certificates)>();
        var steps = Deploy("store", Firewall, Site, step => held.Add((step, Certificates())));

        Assert.Equal("Shared edge-global 2,Shared edge 2,Settle edge-global 1", string.Join(',', held
            .Where(h => h.Step is "Shared edge-global" or "Shared edge" or "Settle edge-global").Select(h => $"{h.Step} {h.Certificates}")));
        Assert.Equal(steps.IndexOf("Shared edge") - 1, steps.FindIndex(step => step.Contains("edge-global", StringComparison.Ordinal)));
    }

    [Fact]
    public void Deploy_FirewallSwitchedOff_IsKeptUntilTheDistributionIsWithout()
    {
        Deploy("shop", Firewall, Site);

        var steps = Deploy("shop", "", Site);

        Assert.Contains("Settle edge-global", steps);
        Assert.True(steps.IndexOf("Settle edge-global") > steps.IndexOf("Shared edge"));
        Assert.DoesNotContain(_cloud.Deployed.Single(d => d.Name == EdgeGlobal).Template.OfType("AWS::WAFv2::WebACL"), _ => true);
    }

    [Fact]
    public void Deploy_CdnSwitchedOff_TakesTheStackElsewhereLast()
    {
        Deploy("shop", Firewall, Site);

        var steps = Deploy("shop", Firewall, "");

        Assert.Equal(["Settle edge", "Unwanted edge-global"], steps.Where(step => step is "Settle edge" or "Unwanted edge-global"));
        Assert.DoesNotContain(_cloud.Deployed, d => d.Name == EdgeGlobal);
    }

    /// <summary>In the CDN's own region its certificate is in the stack of the distributions, and is another one for other names.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("  other: { type: site, host: other.example.net }\n", 1)]
    public void Deploy_SiteRemovedInTheCdnsRegion_KeepsItsNameCoveredUntilItGoes(string other, int replaced)
    {
        const string Promo = "  promo: { type: site, host: promo.example.org }\n";
        Deploy("shop", "", Site + Promo, region: "us-east-1");
        var before = Names();
        Assert.Contains("promo.example.org", before);

        var held = new List<(string Step, IReadOnlyList<string> Names)>();
        Deploy("shop", "", Site + other, step => held.Add((step, Names())), "us-east-1");

        var between = held.First(h => h.Step == "Shared edge").Names;
        Assert.Contains("promo.example.org", between);
        Assert.Equal(replaced, between.Except(before).Count());
        Assert.DoesNotContain("promo.example.org", Names());
    }

    private IReadOnlyList<string> Names()
    {
        var properties = _cloud.Deployed.Single(d => d.Name == "shop-dev-edge").Template["Resources"]!["CdnCertificate"]!["Properties"]!;
        return [(string)properties["DomainName"]!, .. properties["SubjectAlternativeNames"]!.AsArray().Select(name => (string)name!)];
    }

    private int Certificates() => _cloud.Deployed.FirstOrDefault(d => d.Name == EdgeGlobal)?.Template.OfType("AWS::CertificateManager::Certificate").Count() ?? 0;

    /// <summary>Deploys as the deployer does, in parts between which values are carried; gives the parts.</summary>
    private List<string> Deploy(string name, string firewall, string site, Action<string>? after = null, string region = "eu-central-1")
    {
        var wanted = _synthesised.Of(Plan(name, firewall, site, region));
        var plan = PassPlanner.Plan(_cloud.Deployed, SettledTemplates.Of(_cloud.Deployed, wanted));
        var steps = new List<string>();
        foreach (var run in new[] { plan.Of(Pass.Shared), plan.Of(Pass.Services) }.SelectMany(PassPlan.Runs).Concat(plan.Removals))
        {
            foreach (var part in run[0].Pass == Pass.Unwanted ? [run] : RegionParts.Of(run, stack => stack == EdgeGlobal))
            {
                var changed = part.Where(IsChanged).ToList();
                foreach (var operation in part)
                {
                    _cloud.Apply(operation);
                    after?.Invoke($"{operation.Pass} {operation.Stack["shop-dev-".Length..]}");
                }

                steps.AddRange(run[0].Pass is Pass.Shared ? [$"{run[0].Pass} {string.Join('+', changed.Select(Part))}"] : changed.Select(o => $"{o.Pass} {Part(o)}"));
            }
        }

        return steps;
    }

    private bool IsChanged(StackOperation operation) =>
        operation.Template is null || _cloud.Deployed.FirstOrDefault(d => d.Name == operation.Stack) is not { } now
        || !System.Text.Json.Nodes.JsonNode.DeepEquals(now.Template, operation.Template);

    private static string Part(StackOperation operation) => operation.Stack["shop-dev-".Length..];

    private AppPlan Plan(string name, string firewall, string site, string region)
    {
        var file = _folder.Write("landfall.yaml",
            $"app: shop\nregion: {region}\nenvironments: {{ dev: {{ account: \"111111111111\" }} }}\n"
            + $"domain: {{ name: {name}.example.com, zone: example.com, zoneId: Z0123456789EXAMPLE01, zones: {{ example.org: Z0123456789EXAMPLE02, example.net: Z0123456789EXAMPLE03 }} }}\n{firewall}"
            + $"services:\n  api: {{ type: web, image: public.ecr.aws/nginx/nginx:1.27, path: /api/* }}\n{site}");
        var loaded = ConfigLoader.Load(file, _ => null);
        Assert.DoesNotContain(loaded.Problems, problem => problem.Severity == ProblemSeverity.Error);
        return PlanResolver.Resolve(loaded.Config!, "dev", null);
    }
}
