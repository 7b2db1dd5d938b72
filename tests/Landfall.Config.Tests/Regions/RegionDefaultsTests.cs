using Landfall.Config.Databases;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Regions;

/// <summary>What a file leaves out has a value that its region takes, whichever that is.</summary>
public class RegionDefaultsTests
{
    private const string Plain = """
        databases:
          one: { engine: postgresql }
          two: { engine: mysql }
          three: { engine: aurora-postgresql }
          four: { engine: aurora-mysql }
        tables: { audit: { partitionKey: id } }
        buckets: { uploads: {} }
        queues: { emails: {} }
        secrets: { stripe: {}, session: { generate: 50 } }
        files: { shared: {} }
        services:
          api: { type: web, image: n, path: /api/*, uses: [one, two, three, four, audit, uploads, emails, stripe], volumes: { shared: /data } }
          back: { type: internal, image: n }
          mailer: { type: worker, image: n, queue: emails }
          nightly: { type: job, image: n, schedule: 0 3 * * * }
          load: { type: loadTest, target: api }

        """;

    public static TheoryData<string> Regions => [.. RegionTable.Names];

    [Theory]
    [MemberData(nameof(Regions))]
    public void Load_FileThatSaysNothing_IsRightInTheRegion(string region)
    {
        var facts = RegionTable.Of(region);
        var text = $"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\n{Plain}"
            + (facts.HasSites ? "  web: { type: site, api: api }\n" : "")
            + (facts.MissingTypes.Contains("AWS::Cognito::UserPool") ? "" : "auth: {}\n");

        Assert.Empty(TestLoad.Problems(text));

        var plan = TestLoad.Plan(text, "dev");
        Assert.InRange(plan.Network.Zones.Count, 1, facts.FargateZones?.Count ?? facts.ZoneLetters.Length);
        Assert.All(plan.Databases, database =>
        {
            var offer = DatabaseOffers.Of(database.Engine);
            Assert.True(offer.HasVersion(database.Version), $"{database.Engine} {database.Version}");
            Assert.True(database.Engine.IsAurora() || offer.Classes(region).Contains(database.InstanceClass), $"{database.Engine} {database.InstanceClass}");
        });
    }

    [Theory]
    [InlineData("eu-west-1", "t4g.micro")]
    [InlineData("cn-north-1", "t4g.micro")]
    [InlineData("ca-west-1", "t3.micro")]
    public void Plan_DatabaseWithoutAClass_HasTheSmallestOfItsRegion(string region, string name) =>
        Assert.Equal(name, Assert.Single(TestLoad.Plan($"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\ndatabases: {{ d: {{ engine: postgresql }} }}\n", "dev").Databases).InstanceClass);
}
