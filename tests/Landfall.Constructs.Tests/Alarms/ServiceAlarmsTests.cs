using Landfall.Config.Alarms;

namespace Landfall.Constructs.Tests.Alarms;

/// <summary>One fault calls once, and what warns does not hide a fault.</summary>
public class ServiceAlarmsTests
{
    private static readonly Lazy<AlarmTemplates> Web = new(() => new AlarmTemplates(
        "services: { api: { type: web, image: n, alarms: { errorRate: 1%, latencyP99: 1s, requestCount: 9, anomaly: [latency, requests, errors] } } }"));

    private static readonly Lazy<AlarmTemplates> Worker = new(() => new AlarmTemplates(
        "queues: { q: {} }\nservices: { w: { type: worker, image: n, queue: q, scale: { min: 0, max: 3, backlog: 10 } } }"));

    [Fact]
    public void Synth_WebService_CallsOnceForEverythingThatEndsWithTheFault()
    {
        Assert.Equal(
            "ALARM(\"ErrorRate\") OR ALARM(\"LatencyP99\") OR ALARM(\"UnhealthyHosts\") OR ALARM(\"MissingTasks\") OR ALARM(\"Crashes\") OR ALARM(\"shop-dev-edge-LoadBalancerErrors\")",
            Web.Value.Rule("api", "Fault"));
        Assert.Single(Web.Value.Composite("api", "Fault")["AlarmActions"]!.AsArray());
        Assert.Single(Web.Value.Composite("api", "Fault")["OKActions"]!.AsArray());
        Assert.Equal(["AnomalyErrors", "AnomalyLatency", "AnomalyRequests", "FailedDeployment", "RequestCount", "Saturation"], Web.Value.Calling("api"));
        Assert.Empty(Web.Value.Calling("edge"));
    }

    [Fact]
    public void Synth_TwoWebServices_LoadBalancerCallsItself()
    {
        var templates = new AlarmTemplates("services: { api: { type: web, image: n }, b: { type: web, image: n, path: /b } }");

        Assert.Equal("ALARM(\"UnhealthyHosts\") OR ALARM(\"MissingTasks\") OR ALARM(\"Crashes\")", templates.Rule("api", "Fault"));
        Assert.Equal(["LoadBalancerErrors"], templates.Calling("edge"));
    }

    [Fact]
    public void Synth_SingleServiceWithoutFault_LoadBalancerCallsItself()
    {
        var templates = new AlarmTemplates("services: { api: { type: web, image: n, alarms: { unhealthyTasks: false, crashes: 0, saturation: 0 } } }");

        Assert.Equal(["LoadBalancerErrors"], templates.Calling("edge"));
        Assert.Empty(templates.OfType("api", "AWS::CloudWatch::CompositeAlarm"));
        Assert.Equal(["FailedDeployment"], templates.Calling("api"));
    }

    [Fact]
    public void Synth_LoneInternalBalancer_IsPartOfItsServicesFault() => Assert.EndsWith(
        " OR ALARM(\"shop-dev-edge-InternalLoadBalancerErrors\")",
        new AlarmTemplates("services: { api: { type: internal, image: n, loadBalancer: true } }").Rule("api", "Fault"),
        StringComparison.Ordinal);

    [Fact]
    public void Synth_Worker_DeadLettersCallThemselves()
    {
        Assert.Equal("ALARM(\"MissingTasks\") OR ALARM(\"Crashes\") OR ALARM(\"NoTasks\") OR ALARM(\"QueueAge\")", Worker.Value.Rule("w", "Fault"));
        Assert.Equal(["DeadLetters", "FailedDeployment", "Saturation", "Sleep", "Wake"], Worker.Value.Calling("w"));
    }

    [Theory]
    [InlineData("", "", 900)]
    [InlineData("visibility: 10m", "", 3000)]
    [InlineData("visibility: 10m, retries: 2", "", 1200)]
    [InlineData("retention: 10m", "", 480)]
    [InlineData("visibility: 12h, retries: 1000", "", 276480)]
    [InlineData("", "alarms: { queueAge: 90s }", 90)]
    public void Synth_QueueAge_IsAboveWhatAMessageThatFailsTakes(string queue, string alarms, int seconds)
    {
        var templates = new AlarmTemplates($"queues: {{ q: {{ {queue} }} }}\nservices: {{ w: {{ type: worker, image: n, queue: q, {alarms} }} }}");

        Assert.Equal(seconds, (int)templates.Alarm("w", "QueueAge")["Threshold"]!);
        Assert.Equal("ApproximateAgeOfOldestMessage", (string?)templates.Alarm("w", "QueueAge")["Metrics"]![0]!["MetricStat"]!["Metric"]!["MetricName"]);
    }

    [Fact]
    public void Synth_QueueAgeOfZero_IsNoAlarm() => Assert.DoesNotContain(
        "QueueAge",
        new AlarmTemplates("queues: { q: {} }\nservices: { w: { type: worker, image: n, queue: q, alarms: { queueAge: 0s } } }").OfType("w", "AWS::CloudWatch::Alarm").Keys);

    [Fact]
    public void Synth_Crashes_CountsWhatEcsSaysOfTasksThatNobodyStopped()
    {
        var rule = Web.Value.OfType("api", "AWS::Events::Rule")["CrashRule"];
        var pattern = rule["EventPattern"]!;
        var metric = Web.Value.Alarm("api", "Crashes")["Metrics"]![0]!["MetricStat"]!;

        Assert.Null(rule["Targets"]);
        Assert.Equal("""["EssentialContainerExited","TaskFailedToStart"]""", pattern["detail"]!["stopCode"]!.ToJsonString());
        Assert.Equal("""["service:api"]""", pattern["detail"]!["group"]!.ToJsonString());
        Assert.Equal("""["STOPPED"]""", pattern["detail"]!["lastStatus"]!.ToJsonString());
        Assert.Contains(":cluster/shop-dev", pattern["detail"]!["clusterArn"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""["aws.ecs"]""", pattern["source"]!.ToJsonString());
        Assert.Equal("""["ECS Task State Change"]""", pattern["detail-type"]!.ToJsonString());
        Assert.Equal("TriggeredRules", (string?)metric["Metric"]!["MetricName"]);
        Assert.Equal("CrashRule", (string?)metric["Metric"]!["Dimensions"]![0]!["Value"]!["Ref"]);
        Assert.Equal(900, (int)metric["Period"]!);
        Assert.Equal(3, (int)Web.Value.Alarm("api", "Crashes")["Threshold"]!);
        Assert.Equal("GreaterThanOrEqualToThreshold", (string?)Web.Value.Alarm("api", "Crashes")["ComparisonOperator"]);
    }

    [Fact]
    public void Synth_FailedDeployment_CallsAndNeverSaysThatItIsOver()
    {
        var pattern = Web.Value.OfType("api", "AWS::Events::Rule")["FailedDeploymentRule"]["EventPattern"]!;

        Assert.Contains(":service/shop-dev/api", pattern["resources"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""{"eventName":["SERVICE_DEPLOYMENT_FAILED"]}""", pattern["detail"]!.ToJsonString());
        Assert.Equal(300, (int)Web.Value.Alarm("api", "FailedDeployment")["Metrics"]![0]!["MetricStat"]!["Period"]!);
        Assert.Empty(Web.Value.Alarm("api", "FailedDeployment")["OKActions"]!.AsArray());
    }

    [Fact]
    public void Synth_Saturation_IsTheFullerOfCpuAndMemoryAndOfAWorkerMemoryAlone()
    {
        Assert.Equal(95, MetricMath.Evaluate(Web.Value.Expression("api", "Saturation"), ("cpu", 95), ("memory", 40)));
        Assert.Equal(95, MetricMath.Evaluate(Web.Value.Expression("api", "Saturation"), ("cpu", 20), ("memory", 95)));
        Assert.Equal(0, MetricMath.Evaluate(Web.Value.Expression("api", "Saturation"), ("cpu", null), ("memory", null)));
        Assert.Equal("FILL(memory, 0)", Worker.Value.Expression("w", "Saturation"));
        Assert.Equal(90, (int)Worker.Value.Alarm("w", "Saturation")["Threshold"]!);
        Assert.Equal(15, (int)Worker.Value.Alarm("w", "Saturation")["EvaluationPeriods"]!);
    }

    [Theory]
    [InlineData("AnomalyRequests", "LessThanLowerOrGreaterThanUpperThreshold", "FILL(r0, 0) + FILL(r1, 0)")]
    [InlineData("AnomalyErrors", "GreaterThanUpperThreshold", null)]
    [InlineData("AnomalyLatency", "GreaterThanUpperThreshold", "MAX([FILL(p0, 0), FILL(p1, 0)])")]
    public void Synth_Anomaly_HoldsTheSignalAgainstItsBand(string id, string comparison, string? expression)
    {
        var alarm = Web.Value.Alarm("api", id);

        Assert.Equal("band", (string?)alarm["ThresholdMetricId"]);
        Assert.Null(alarm["Threshold"]);
        Assert.Equal(comparison, (string?)alarm["ComparisonOperator"]);
        Assert.Equal("ANOMALY_DETECTION_BAND(value, 3)", (string?)alarm["Metrics"]!.AsArray()[^1]!["Expression"]);
        Assert.Equal(expression ?? Web.Value.Expression("api", "ErrorRate"), Web.Value.Expression("api", id));
        Assert.Equal(300, (int)alarm["Metrics"]![0]!["MetricStat"]!["Period"]!);
        Assert.Equal(3, (int)alarm["EvaluationPeriods"]!);
    }

    [Fact]
    public void Synth_Runbooks_LinksTheTeamsOwn()
    {
        var templates = new AlarmTemplates("runbooks: https://wiki.example.com/alarms\nservices: { api: { type: web, image: n } }");

        Assert.EndsWith(" Runbook: https://wiki.example.com/alarms#fault", (string?)templates.Composite("api", "Fault")["AlarmDescription"], StringComparison.Ordinal);
        Assert.EndsWith(" Runbook: https://wiki.example.com/alarms#unhealthy", (string?)templates.Alarm("api", "UnhealthyHosts")["AlarmDescription"], StringComparison.Ordinal);
        Assert.EndsWith(" Runbook: docs/alarms.md#fault", (string?)Web.Value.Composite("api", "Fault")["AlarmDescription"], StringComparison.Ordinal);
    }

    [Fact]
    public void Synth_EveryAlarm_EndsWithARunbookThatThePageHasAndReadsMetricsOfOnePeriod()
    {
        var templates = new AlarmTemplates(
            """
            domain: { name: shop.example.com, zone: example.com, zoneId: Z0123456789ABC, certificate: "arn:aws:acm:eu-west-1:111111111111:certificate/a" }
            databases: { a: { engine: aurora-postgresql }, b: { engine: postgresql } }
            tables: { t: { partitionKey: id, indexes: { by-a: { partitionKey: a }, by-b: { partitionKey: b }, by-c: { partitionKey: c }, by-d: { partitionKey: d } } } }
            queues: { q: {} }
            services:
              api: { type: web, image: n, alarms: { errorRate: 1%, latencyP99: 1s, requestCount: 9, anomaly: [requests] }, slo: { availability: 99%, latency: 1s@99% } }
              inner: { type: internal, image: n, alarms: { errorRate: 1%, anomaly: [latency] }, slo: { availability: 99% } }
              w: { type: worker, image: n, queue: q, scale: { min: 0, max: 3, backlog: 10 } }
              nightly: { type: job, image: n, schedule: "0 3 * * *" }
            """);
        string[] parts = ["data", "edge", "api", "inner", "w", "nightly"];
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, alarm) in parts.SelectMany(part => templates.OfType(part, "AWS::CloudWatch::Alarm").Concat(templates.OfType(part, "AWS::CloudWatch::CompositeAlarm"))))
        {
            if (id is not ("Wake" or "Sleep"))
            {
                links.Add(((string)alarm["AlarmDescription"]!).Split("docs/alarms.md#")[1]);
            }

            Assert.True((alarm["Metrics"]?.AsArray() ?? []).Select(metric => (int?)metric!["MetricStat"]?["Period"]).OfType<int>().Distinct().Count() <= 1, id);
        }

        Assert.Equal(Runbooks.All.Select(runbook => runbook.Id).Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
    }
}
