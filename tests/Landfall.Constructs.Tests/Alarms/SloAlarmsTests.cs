namespace Landfall.Constructs.Tests.Alarms;

public class SloAlarmsTests
{
    private static readonly Lazy<AlarmTemplates> Both = new(() => new AlarmTemplates("services: { api: { type: web, image: n, slo: { availability: 99.9%, latency: 300ms@95% } } }"));

    [Fact]
    public void Synth_Promise_RingsOverLongAndShortTimesWhileTheFaultDoesNot()
    {
        Assert.Equal(
            "((ALARM(\"SloAvailability1hAt14\") AND ALARM(\"SloAvailability5mAt14\")) OR (ALARM(\"SloAvailability6hAt6\") AND ALARM(\"SloAvailability30mAt6\"))) AND NOT ALARM(\"Fault\")",
            Both.Value.Rule("api", "SloAvailabilityFast"));
        Assert.Equal(
            "((ALARM(\"SloLatency1dAt3\") AND ALARM(\"SloLatency2hAt3\")) OR (ALARM(\"SloLatency3dAt1\") AND ALARM(\"SloLatency6hAt1\"))) AND NOT ALARM(\"Fault\")",
            Both.Value.Rule("api", "SloLatencySlow"));
        Assert.Equal(16, Both.Value.OfType("api", "AWS::CloudWatch::Alarm").Keys.Count(id => id.StartsWith("Slo", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SloAvailability1hAt14", 3600, 1.44)]
    [InlineData("SloAvailability5mAt14", 300, 1.44)]
    [InlineData("SloAvailability6hAt6", 21600, 0.6)]
    [InlineData("SloAvailability30mAt6", 1800, 0.6)]
    [InlineData("SloAvailability1dAt3", 86400, 0.3)]
    [InlineData("SloAvailability2hAt3", 7200, 0.3)]
    [InlineData("SloAvailability3dAt1", 259200, 0.1)]
    [InlineData("SloAvailability6hAt1", 21600, 0.1)]
    [InlineData("SloLatency1hAt14", 3600, 72)]
    [InlineData("SloLatency6hAt1", 21600, 5)]
    public void Synth_Part_MeasuresItsTimeOnceAndCallsNobody(string id, int seconds, double threshold)
    {
        var alarm = Both.Value.Alarm("api", id);

        Assert.All(alarm["Metrics"]!.AsArray().Where(metric => metric!["MetricStat"] is not null), metric => Assert.Equal(seconds, (int)metric!["MetricStat"]!["Period"]!));
        Assert.Equal(1, (int)alarm["EvaluationPeriods"]!);
        Assert.Equal(threshold, (double)alarm["Threshold"]!);
        Assert.Empty(alarm["AlarmActions"]!.AsArray());

        // CloudWatch API, PutMetricAlarm, Period: a day for periods below an hour, seven days for others.
        Assert.True(seconds <= (seconds < 3600 ? 86_400 : 604_800));
    }

    [Theory]
    [InlineData(1000, 12, 0, 1.2)]
    [InlineData(1000, 9, 0, 0)]
    [InlineData(1000, 10, 0, 1)]
    [InlineData(0, 0, 40, 100)]
    [InlineData(90, 0, 10, 10)]
    [InlineData(0, 0, 0, 0)]
    public void Synth_Availability_CountsTheLoadBalancersAnswersAndIgnoresAFew(int requests, int errors, int refused, double percent) => Assert.Equal(
        percent,
        MetricMath.Evaluate(Both.Value.Expression("api", "SloAvailability1hAt14"), ("r0", requests), ("r1", null), ("e0", errors), ("e1", null), ("x0", refused)));

    [Fact]
    public void Synth_ShortTime_NeedsOneBadAnswer() => Assert.Equal(
        50, MetricMath.Evaluate(Both.Value.Expression("api", "SloAvailability5mAt14"), ("r0", 2), ("r1", null), ("e0", 1), ("e1", null), ("x0", null)));

    [Theory]
    [InlineData(200, 180, 10)]
    [InlineData(200, 195, 0)]
    [InlineData(200, 200, 0)]
    public void Synth_Latency_IsTheShareOfSlowAnswers(int timed, int quick, double percent) => Assert.Equal(
        percent,
        MetricMath.Evaluate(Both.Value.Expression("api", "SloLatency1hAt14"), ("n0", timed), ("n1", null), ("q0", quick), ("q1", null)));

    [Theory]
    [InlineData("type: web", "TC(:0.3)", "AWS/ApplicationELB")]
    [InlineData("type: internal", "TC(:300)", "AWS/ECS")]
    public void Synth_Latency_CountsQuickAnswersInTheUnitOfTheMetric(string type, string statistic, string space)
    {
        var templates = new AlarmTemplates($"services: {{ api: {{ {type}, image: n, slo: {{ latency: 300ms@95% }} }} }}");

        var quick = templates.Alarm("api", "SloLatency1hAt14")["Metrics"]!.AsArray().Single(metric => (string?)metric!["Id"] == "q0")!["MetricStat"]!;
        Assert.Equal(statistic, (string?)quick["Stat"]);
        Assert.Equal(space, (string?)quick["Metric"]!["Namespace"]);
        Assert.Equal("TargetResponseTime", (string?)quick["Metric"]!["MetricName"]);
        Assert.DoesNotContain("SloAvailabilityFast", templates.OfType("api", "AWS::CloudWatch::CompositeAlarm").Keys);
    }

    [Fact]
    public void Synth_NoFault_PromisesStandAlone()
    {
        var templates = new AlarmTemplates("services: { api: { type: web, image: n, alarms: { unhealthyTasks: false, crashes: 0 }, slo: { availability: 99% } } }");

        Assert.DoesNotContain("NOT", templates.Rule("api", "SloAvailabilityFast"), StringComparison.Ordinal);
        Assert.Equal(["SloAvailabilityFast", "SloAvailabilitySlow"], templates.OfType("api", "AWS::CloudWatch::CompositeAlarm").Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["FailedDeployment", "Saturation"], templates.Calling("api"));
    }

    [Fact]
    public void Synth_Night_MutesPromises()
    {
        var templates = new AlarmTemplates("schedule: { stop: \"22:00\", start: \"09:00\" }\nservices: { api: { type: web, image: n, slo: { availability: 99% } } }");

        var muted = templates.OfType("api", "AWS::CloudWatch::AlarmMuteRule")["Night"]["MuteTargets"]!["AlarmNames"]!.AsArray().Select(name => AlarmTemplates.Text(name!));
        Assert.Equal(["Saturation", "Fault", "SloAvailabilityFast", "SloAvailabilitySlow"], muted);
        Assert.Empty(templates.Composite("api", "SloAvailabilityFast")["OKActions"]?.AsArray() ?? []);
    }
}
