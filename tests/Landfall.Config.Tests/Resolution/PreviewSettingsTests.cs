using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Resolution;

public class PreviewSettingsTests
{
    private const string Large = """
        app: shop
        region: eu-west-1
        notify: [ops@example.com, { slack: hook }]
        budget: 100
        telemetry: { backend: datadog, token: dd-key }
        domain: { name: shop.example.com, zone: example.com }
        network: { zones: 3, nat: perZone, logRetention: 90d }
        secrets: { hook: {}, dd-key: {}, stripe: {}, session: { generate: 30 } }
        databases:
          orders: { engine: postgresql, instance: m6g.large, storage: 500GB, multiAz: true, backup: 35d, deletionProtection: true }
          main: { engine: aurora-postgresql, instances: 3, capacity: { min: 8, max: 64 } }
        tables: { audit: { partitionKey: id, capacity: { read: 50, write: 50 }, deletionProtection: true } }
        buckets: { uploads: {} }
        queues: { mails: {} }
        services:
          api:
            type: web
            image: haproxy
            host: api.shop.example.com
            scale: { min: 3, max: 30, cpu: 60 }
            deploy: { strategy: canary }
            slo: { availability: 99.9% }
            uses: [orders, main, audit, uploads, stripe, session]
            logRetention: 365d
          mailer: { type: worker, image: haproxy, queue: mails, scale: { min: 0, max: 20, backlog: 10 } }
          nightly: { type: job, image: haproxy, schedule: "0 3 * * *" }
          site: { type: site, source: ./web, host: www.shop.example.com }
        overrides: { "api/Service": { Properties.DesiredCount: 9 } }
        environments:
          prod: { protect: true, tables: { audit: { awsName: old-audit } }, buckets: { uploads: { awsName: old-uploads } } }
          dev: { domain: { name: dev.shop.example.com }, services: { api: { host: api.dev.shop.example.com }, site: { host: www.dev.shop.example.com } } }

        """;

    [Fact]
    public void Resolve_PullRequestOfALargeEnvironment_IsSmallAndLeavesNothing()
    {
        var plan = Plan("{ of: prod, limit: 3 }", "pr-7");

        Assert.Equal(("shop-pr-7", new PreviewPlan("prod", 3)), (plan.Prefix, plan.Preview));
        Assert.False(plan.Protect);
        Assert.Equal((2, NatMode.One, false, 7), (plan.Network.Zones.Count, plan.Network.Nat, plan.Network.FlowLogs, plan.Network.LogDays));
        var orders = plan.Databases.Single(database => database.Name == "orders");
        Assert.Equal(("t4g.micro", 20, false, 1, false), (orders.InstanceClass, orders.StorageGiB, orders.MultiAz, orders.BackupDays, orders.DeletionProtection));
        var main = plan.Databases.Single(database => database.Name == "main");
        Assert.Equal((1, 0.0, 1.0, null), (main.Instances, main.MinCapacity, main.MaxCapacity, main.RotationDays));
        Assert.Equal((false, false, null), (plan.Tables[0].DeletionProtection, plan.Tables[0].PointInTimeRecovery, plan.Tables[0].Capacity));
        var api = (WebServicePlan)plan.Services.Single(service => service.Name == "api");
        Assert.Equal((1, 1, DeployStrategy.Rolling, 7), (api.Scale.Min, api.Scale.Max, api.Deploy.Strategy, api.Task.LogDays));
        var mailer = (WorkerServicePlan)plan.Services.Single(service => service.Name == "mailer");
        Assert.Equal((0, 1, 10), (mailer.Scale.Min, mailer.Scale.Max, mailer.Scale.Backlog));
        Assert.False(((JobServicePlan)plan.Services.Single(service => service.Name == "nightly")).Enabled);
    }

    [Fact]
    public void Resolve_PullRequest_ClaimsNothingThatIsTheOriginals()
    {
        var plan = Plan("{ of: prod }", "pr-7");

        Assert.Null(plan.Domain);
        Assert.Equal((null, null), (plan.Tables[0].AwsName, plan.Buckets[0].AwsName));
        Assert.Empty(((WebServicePlan)plan.Services.Single(service => service.Name == "api")).Hosts);
        Assert.Empty(((SiteServicePlan)plan.Services.Single(service => service.Name == "site")).Hosts);
        Assert.Empty(plan.Notify);
        Assert.Empty(plan.Chats);
        Assert.Null(plan.Budget);
        Assert.Null(plan.Telemetry);
        Assert.Empty(plan.Overrides);
        Assert.Equal(["session", "stripe"], plan.Secrets.Select(secret => secret.Name));
        Assert.Equal("shop/pr-7/stripe", plan.AwsNames.Secret("stripe"));
    }

    [Theory]
    [InlineData("", "20:00-07:00 MON-FRI UTC")]
    [InlineData("schedule: { stop: \"22:00\", start: \"09:00\", timezone: Asia/Shanghai }\n", "22:00-09:00 MON-FRI Asia/Shanghai")]
    [InlineData("", "18:30-08:00 MON-THU UTC", ", schedule: { stop: \"18:30\", start: \"08:00\", days: mon-thu }")]
    public void Resolve_PullRequest_SleepsAtNight(string more, string expected, string own = "")
    {
        var night = Plan($"{{ of: dev{own} }}", "pr-7", more).NightSchedule!;

        Assert.Equal(expected, FormattableString.Invariant($"{night.Stop:HH:mm}-{night.Start:HH:mm} {night.Days} {night.TimeZone}"));
    }

    [Fact]
    public void Resolve_PreviewOfTheFile_IsTheFirstThatIsNotProtected()
    {
        Assert.Equal("dev", Plan("true", "pr-12").Preview!.Of);
        Assert.Null(Plan("true", "dev").Preview);
        Assert.Equal(30, ((WebServicePlan)Plan("true", "dev").Services.Single(service => service.Name == "api")).Scale.Max);
    }

    [Fact]
    public void NeededFacts_PullRequest_AreThoseOfTheOriginal()
    {
        var config = TestLoad.Text(Text("{ of: prod }")).Config!;

        Assert.Equal(NeededFacts.Of(config, "prod").ToString(), NeededFacts.Of(config, "pr-7").ToString());
    }

    [Fact]
    public void Resolve_ZonesOfTheOriginal_AreTakenFromWhatIsRecordedOfIt()
    {
        var facts = new KnownFacts { Environments = new Dictionary<string, EnvironmentFacts> { ["prod"] = new() { Zones = ["eu-west-1c", "eu-west-1a", "eu-west-1b"] } } };

        Assert.Equal(["eu-west-1c", "eu-west-1a"], TestLoad.Plan(Text("{ of: prod }"), "pr-7", facts).Network.Zones);
    }

    [Theory]
    [InlineData("false", "pr-7", "There is no environment 'pr-7'. There is prod, dev. A pull request has one of its own where the file has 'preview: true' under 'pipeline'.")]
    [InlineData("true", "pr-07", "There is no environment 'pr-07'. There is prod, dev. Those of pull requests are called pr- and the number, such as pr-7.")]
    public void Resolve_NameThatIsNone_SaysWhatWouldMakeIt(string preview, string environment, string message)
    {
        var config = TestLoad.Text(Text(preview)).Config!;

        var refused = Assert.Throws<LandfallException>(() => PlanResolver.Resolve(config, environment, null));

        Assert.Equal((ErrorCodes.UnknownEnvironment, message), (refused.Code, refused.Message));
    }

    private static AppPlan Plan(string preview, string environment, string more = "") => TestLoad.Plan(Text(preview) + more, environment);

    private static string Text(string preview) => $"{Large}pipeline: {{ source: {{ github: {{}}, repository: acme/shop, pullRequest: true }}, stages: [dev], preview: {preview} }}\n";
}
