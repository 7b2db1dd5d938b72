using Landfall.Config;
using Landfall.Operations.Accounts;

namespace Landfall.Operations.Tests.Accounts;

public sealed class FactDifferencesTests
{
    private static readonly KnownFacts Before = new KnownFacts().With("1", "eu-west-1", new RegionFacts
    {
        Zones = [new("eu-west-1a", "euw1-az1")],
        HostedZones = new Dictionary<string, string> { ["example.com"] = "Z1" },
    });

    [Fact]
    public void Of_SameFacts_AreNone() => Assert.Empty(FactDifferences.Of(Before, Before with { }));

    [Fact]
    public void Of_OtherFacts_AreNamedWithWhatTheyWere()
    {
        var after = Before.With("1", "eu-west-1", new RegionFacts
        {
            Zones = [new("eu-west-1a", "euw1-az1") { WithoutEndpoints = ["sqs", "ssm"] }],
            HostedZones = new Dictionary<string, string> { ["example.com"] = "Z2" },
        }).With("dev", new EnvironmentFacts { Zones = ["eu-west-1a"] });

        Assert.Equal(
            [
                new FactDifference("accounts.1.eu-west-1.zones.eu-west-1a", "id euw1-az1; fargate true", "id euw1-az1; fargate true; withoutEndpoints sqs, ssm"),
                new FactDifference("accounts.1.eu-west-1.hostedZones.example.com", "Z1", "Z2"),
                new FactDifference("environments.dev.zones", null, "eu-west-1a"),
            ],
            FactDifferences.Of(Before, after));
        Assert.Contains(new FactDifference("environments.dev.zones", "eu-west-1a", null), FactDifferences.Of(after, Before));
    }
}
