using System.Text.Json.Nodes;

namespace Landfall.Constructs.Tests.Alarms;

/// <summary>What holds data, and what is at the edge, warns before it stops.</summary>
public class DataAlarmsTests
{
    [Fact]
    public void Synth_TableWithIndexes_WatchesEveryOneInAlarmsOfTenMetrics()
    {
        var templates = new AlarmTemplates("tables: { t: { partitionKey: id, indexes: { by-1: { partitionKey: a }, by-2: { partitionKey: b }, by-3: { partitionKey: c }, by-4: { partitionKey: d } } } }");
        var first = templates.Alarm("data", "TThrottles")["Metrics"]!.AsArray();
        var second = templates.Alarm("data", "TThrottles2")["Metrics"]!.AsArray();

        Assert.Equal(9, first.Count);
        Assert.Equal(3, second.Count);
        Assert.Equal([null, "by-1", "by-2", "by-3", null, "by-1", "by-2", "by-3"], first.SkipLast(1).Select(Index));
        Assert.Equal(["by-4", "by-4"], second.SkipLast(1).Select(Index));
        Assert.Equal(["ReadThrottleEvents", "WriteThrottleEvents"], second.SkipLast(1).Select(metric => (string?)metric!["MetricStat"]!["Metric"]!["MetricName"]));
        Assert.Equal(7, MetricMath.Evaluate(templates.Expression("data", "TThrottles2"), ("r0", 3), ("w0", 4)));
        Assert.Equal(5, (int)templates.Alarm("data", "TThrottles")["EvaluationPeriods"]!);

        static string? Index(JsonNode? metric) =>
            (string?)metric!["MetricStat"]!["Metric"]!["Dimensions"]!.AsArray().SingleOrDefault(dimension => (string?)dimension!["Name"] == "GlobalSecondaryIndexName")?["Value"];
    }

    [Theory]
    [InlineData("aurora-postgresql", "DCapacity", "ACUUtilization", "DBClusterIdentifier", "DCluster")]
    [InlineData("postgresql", "DCpu", "CPUUtilization", "DBInstanceIdentifier", "DInstance")]
    public void Synth_Database_RingsWhenItIsFull(string engine, string id, string metric, string dimension, string resource)
    {
        var alarm = new AlarmTemplates($"databases: {{ d: {{ engine: {engine} }} }}").Alarm("data", id);
        var watched = alarm["Metrics"]![0]!["MetricStat"]!["Metric"]!;

        Assert.Equal(metric, (string?)watched["MetricName"]);
        Assert.Equal(dimension, (string?)watched["Dimensions"]![0]!["Name"]);
        Assert.Equal(resource, (string?)watched["Dimensions"]![0]!["Value"]!["Ref"]);
        Assert.Equal(90, (int)alarm["Threshold"]!);
        Assert.Equal(15, (int)alarm["EvaluationPeriods"]!);
    }

    [Fact]
    public void Synth_Domain_RingsThreeWeeksBeforeItsCertificateEnds()
    {
        var alarm = new AlarmTemplates("domain: { name: shop.example.com, zone: example.com, zoneId: Z0123456789ABC }\nservices: { api: { type: web, image: n } }").Alarm("edge", "CertificateExpiry");
        var watched = alarm["Metrics"]![0]!["MetricStat"]!;

        Assert.Equal("DaysToExpiry", (string?)watched["Metric"]!["MetricName"]);
        Assert.Equal("Certificate", (string?)watched["Metric"]!["Dimensions"]![0]!["Value"]!["Ref"]);
        Assert.Equal(86_400, (int)watched["Period"]!);
        Assert.Equal("Minimum", (string?)watched["Stat"]);
        Assert.Equal(21, (int)alarm["Threshold"]!);
        Assert.Equal("LessThanThreshold", (string?)alarm["ComparisonOperator"]);
    }
}
