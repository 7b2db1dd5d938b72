using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Resolution;

/// <summary>Defaults that would cost people something if they moved, as the plan has them.</summary>
public class DefaultsTests
{
    [Fact]
    public void Resolve_NothingGiven_GivesWhatTheReferencePromises()
    {
        var plan = TestLoad.Plan(SmallFile.Head + """
            firewall: {}
            auth: {}
            network: { nat: one }
            databases: { d: { engine: aurora-postgresql } }
            tables: { t: { partitionKey: id } }
            buckets: { b: {} }
            queues: { q: {} }
            services:
              a: { type: web, image: n }
              j: { type: job, image: n, schedule: rate(1 day) }
              l: { type: loadTest, target: a }
              s: { type: site }

            """, "dev");

        Assert.False(plan.Protect);
        Assert.Equal(2000, plan.Firewall!.RateLimit);
        Assert.Equal((12, MfaMode.Optional, true, false), (plan.Auth!.PasswordLength, plan.Auth.Mfa, plan.Auth.Email, plan.Auth.SelfSignUp));
        Assert.Equal(("10.0.0.0/16", 2, true, 30), (plan.Network.Cidr, plan.Network.Zones.Count, plan.Network.FlowLogs, plan.Network.LogDays));
        Assert.Equal(("16", 0.5, 4, 1, 7, 30), (plan.Databases[0].Version, plan.Databases[0].MinCapacity, plan.Databases[0].MaxCapacity, plan.Databases[0].Instances, plan.Databases[0].BackupDays, plan.Databases[0].RotationDays));
        Assert.True(plan.Tables[0].PointInTimeRecovery);
        Assert.True(plan.Buckets[0].Versioned);
        Assert.Equal((TimeSpan.FromSeconds(30), 5, TimeSpan.FromDays(4)), (plan.Queues[0].Visibility, plan.Queues[0].Retries, plan.Queues[0].Retention));
        var web = plan.Services.OfType<WebServicePlan>().Single();
        Assert.Equal((8080, "/*", 256, 512, true, false), (web.Port, web.Path, web.Task.Cpu, web.Task.Memory, web.Task.ReadOnlyRoot, web.Task.Exec));
        Assert.Equal((1, 1), (web.Scale.Min, web.Scale.Max));
        Assert.Equal(new DeployPlan(DeployStrategy.Rolling, TimeSpan.Zero, 10, TimeSpan.FromMinutes(1), null, [], Judge: false), web.Deploy);
        Assert.Equal((TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5), "200"), (web.Health.Interval, web.Health.Timeout, web.Health.Codes));
        var job = plan.Services.OfType<JobServicePlan>().Single();
        Assert.Equal((TimeSpan.FromHours(1), 0, true, "UTC"), (job.Timeout, job.Retries, job.Enabled, job.TimeZone));
        Assert.Equal(0, plan.Services.OfType<LoadTestServicePlan>().Single().Tasks);
        Assert.Equal((".", ".", "index.html", SiteRouting.Files, "404.html"), plan.Services.OfType<SiteServicePlan>().Select(site => (site.Source, site.Output, site.Index, site.Routing, site.NotFound)).Single());
    }

    [Fact]
    public void Resolve_RateLimitOfZero_IsNoLimit() =>
        Assert.Null(TestLoad.Plan(SmallFile.Head + "firewall: { rateLimit: 0 }\n", "dev").Firewall!.RateLimit);

    [Fact]
    public void Resolve_Protected_DerivesFromIt()
    {
        var plan = TestLoad.Plan(SmallFile.Head + """
            protect: true
            network: { nat: one }
            databases: { d: { engine: mysql } }
            queues: { q: {} }
            services: { a: { type: web, image: n }, w: { type: worker, image: n, queue: q } }

            """, "dev");

        Assert.Equal(("8.4", "shop", true, true, 2), (plan.Databases[0].Version, plan.Databases[0].DatabaseName, plan.Databases[0].MultiAz, plan.Databases[0].DeletionProtection, plan.Databases[0].Instances));
        Assert.Equal([2, 1], plan.Services.OfType<ScaledServicePlan>().Select(service => service.Scale.Min));
    }

    [Theory]
    [InlineData("", 0.5)]
    [InlineData("schedule: { stop: \"22:00\", start: \"09:00\" }\n", 0)]
    public void Resolve_CapacityLeftOpen_PausesWhereTheEnvironmentSleeps(string schedule, double expected)
    {
        var database = TestLoad.Plan(SmallFile.Head + schedule + "databases: { d: { engine: aurora-mysql } }\n", "dev").Databases[0];

        Assert.Equal((expected, 4), (database.MinCapacity, database.MaxCapacity));
    }

    [Theory]
    [InlineData("min: 8", 8, 8)]
    [InlineData("max: 1", 0.5, 1)]
    public void Resolve_OneEndOfTheCapacity_BringsTheOther(string capacity, double min, double max)
    {
        var database = TestLoad.Plan(SmallFile.Head + $"databases: {{ d: {{ engine: aurora-mysql, capacity: {{ {capacity} }} }} }}\n", "dev").Databases[0];

        Assert.Equal((min, max), (database.MinCapacity, database.MaxCapacity));
    }
}
