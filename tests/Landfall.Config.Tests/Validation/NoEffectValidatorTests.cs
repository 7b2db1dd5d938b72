using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NoEffectValidatorTests
{
    [Fact]
    public void Validate_SettingsThatNothingComesOf_AreWarnedOf() =>
        Assert.Equal(["4:88 LF1318", "8:42 LF1318", "9:63 LF1318", "10:29 LF1318", "11:74 LF1318", "12:53 LF1318"], SmallFile.Warnings(
            """
            network: { nat: one, import: { vpc: vpc-0abc }, cidr: null, zones: 2, subnets: { size: 26, public: [10.0.0.0/24, 10.0.1.0/24], private: [10.0.2.0/24, 10.0.3.0/24] } }
            queues: { q: {} }
            services:
              ok: { type: internal, image: n, loadBalancer: true, health: /h, alarms: { errorRate: 1% } }
              a: { type: internal, image: n, health: /h }
              b: { type: worker, image: n, queue: q, alarms: { errorRate: 1%, unhealthyTasks: true } }
              c: { type: site, apiPath: /api/* }
              e: { type: job, image: n, schedule: rate(1 day), exec: true, readOnly: true }
            databases: { d: { engine: mysql, rotation: { every: 30d, enabled: false } } }
            """));

    [Fact]
    public void Validate_QueueAgeWithoutAQueueAndAnomalyWithoutRequests_AreWarnedOf() =>
        Assert.Equal(["6:49 LF1318", "7:61 LF1318"], SmallFile.Warnings(
            """
            queues: { q: {} }
            services:
              a: { type: web, image: n, alarms: { queueAge: 1h } }
              b: { type: worker, image: n, queue: q, alarms: { anomaly: [errors], queueAge: 1h } }
            """));

    [Theory]
    [InlineData("zones: 3, import: { vpc: vpc-0abc }", true)]
    [InlineData("zones: 2, import: { vpc: vpc-0abc }", false)]
    [InlineData("zones: 3", false)]
    [InlineData("zones: 3, import: { vpc: vpc-0abc }, subnets: { public: [10.0.0.0/27, 10.0.0.32/27, 10.0.0.64/27], private: [10.0.1.0/27, 10.0.1.32/27, 10.0.1.64/27] }", false)]
    public void Validate_ZonesOfFoundSubnets_AreWarnedOf(string network, bool warned) =>
        Assert.Equal(warned ? ["4:19 LF1318"] : [], SmallFile.Warnings($$"""network: { {{network}} }"""));

    [Theory]
    [InlineData("flowLogs: true, import: { vpc: vpc-0abc }", true)]
    [InlineData("flowLogs: false, import: { vpc: vpc-0abc }", false)]
    [InlineData("flowLogs: true", false)]
    public void Validate_FlowLogsOfAnImportedNetwork_AreWarnedOf(string network, bool warned) =>
        Assert.Equal(warned ? ["4:22 LF1318"] : [], SmallFile.Warnings($$"""network: { {{network}} }"""));
}
