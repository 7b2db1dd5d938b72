using Landfall.AIOps.Incidents;
using Landfall.Operator.Signals;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Tests.Sources;

public sealed class AlarmSourceTests : IDisposable
{
    private readonly StubAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ReadAsync_Alarms_AreSignalsOfTheServiceOrTheEnvironment()
    {
        Alarms(
            ("shop-dev-api-Errors", "ALARM", "true"), ("shop-dev-api-Latency", "OK", "true"), ("shop-dev-api-v2-Errors", "ALARM", "true"),
            ("shop-dev-edge-CertificateExpiry", "ALARM", "true"), ("shop-dev-2-api-Errors", "ALARM", "true"), ("shop-dev-api-Muted", "ALARM", "false"),
            ("shop-dev-api-Blind", "INSUFFICIENT_DATA", "true"));

        var signals = (await ReadAsync()).Signals;

        Assert.Equal(["api", "api-v2", "shop-dev"], signals.Select(signal => signal.Node).Order(StringComparer.Ordinal));
        Assert.Equal(
            new IncidentSignal(Scene.At(-3), "api", "alarm Errors", 0.95, "alarm shop-dev-api-Errors: Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (1.0)."),
            signals.Single(signal => signal.Node == "api"));
    }

    [Fact]
    public async Task ReadAsync_Refused_IsAGap()
    {
        _aws.Deny("DescribeAlarms", "cloudwatch:DescribeAlarms");
        var reader = new SignalReader([Source()], TimeProvider.System);

        var gap = Assert.Single(Assert.Single(await reader.ReadAsync(Scene.Noon, TestContext.Current.CancellationToken)).Gaps);

        Assert.StartsWith("not read: CloudWatch alarms: ", gap.ToString(), StringComparison.Ordinal);
        Assert.Contains("'cloudwatch:DescribeAlarms'", gap.Reason, StringComparison.Ordinal);
    }

    private AlarmSource Source() => new(_aws.Target, PlainPlan.Create("api: { type: web, image: n }, api-v2: { type: internal, image: n, port: 80 }"));

    private Task<SourceReading> ReadAsync() => Source().ReadAsync(Scene.Noon, TestContext.Current.CancellationToken);

    private void Alarms(params (string Name, string State, string Acts)[] alarms) => _aws.On(
        "DescribeAlarms",
        $"<R><MetricAlarms>{string.Concat(alarms.Select(alarm => $"<member><AlarmName>{alarm.Name}</AlarmName><StateValue>{alarm.State}</StateValue><StateReason>Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (1.0).</StateReason><StateTransitionedTimestamp>2026-03-01T11:57:00Z</StateTransitionedTimestamp><ActionsEnabled>{alarm.Acts}</ActionsEnabled></member>"))}</MetricAlarms></R>");
}
