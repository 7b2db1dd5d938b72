using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class RootCauseAnalyzerTests
{
    private static readonly RootCauseAnalyzer Analyzer = new();

    [Fact]
    public void Analyze_SlowDependency_RanksItFirstWithEvidence()
    {
        var report = Analyzer.Analyze(Shop.SlowDatabase);

        Assert.Equal(RootCauseVerdict.CauseFound, report.Verdict);
        Assert.Equal("db", report.Candidates[0].Node);
        Assert.Equal(CauseKind.Latency, report.Candidates[0].Kind);
        Assert.Contains(report.Candidates[0].Evidence, e => e.Text.Contains("usually", StringComparison.Ordinal) && e.Strength > 6);
        Assert.DoesNotContain(report.Candidates, c => c.Node == "cart");
        Assert.InRange(report.Candidates.Sum(c => c.Confidence), 0, 1.000001);
    }

    [Fact]
    public void Analyze_WithoutOnset_FindsIt()
    {
        var report = Analyzer.Analyze(Shop.SlowDatabase with { Onset = null });

        Assert.Equal(Shop.Onset, report.Onset);
        Assert.Equal("db", report.Candidates[0].Node);
    }

    [Fact]
    public void Analyze_NothingUnusual_SaysNoIncident()
    {
        var quiet = Shop.SlowDatabase with { Metrics = [Shop.Latency("web", 0.3, 0.3, 1), Shop.Latency("db", 0.01, 0.01, 2)] };

        var report = Analyzer.Analyze(quiet);

        Assert.Equal(RootCauseVerdict.NoIncident, report.Verdict);
        Assert.Empty(report.Candidates);
    }

    [Fact]
    public void Analyze_OnlyTargetSlowAboveUnobservedDependency_SaysNotVisible()
    {
        var blind = Shop.SlowDatabase with { Metrics = [Shop.Latency("web", 0.3, 0.9, 1), Shop.Latency("cart", 0.05, 0.05, 3)] };

        Assert.Equal(RootCauseVerdict.CauseNotVisible, Analyzer.Analyze(blind).Verdict);
    }

    [Fact]
    public void Analyze_DeploymentJustBefore_IsEvidence()
    {
        var incident = Shop.SlowDatabase with
        {
            Changes = [new ChangeEvent(Shop.Onset.AddMinutes(-2), "db", ChangeKind.Deployment, "image db:1 → db:2")],
        };

        var report = Analyzer.Analyze(incident);

        Assert.Contains(report.Candidates[0].Evidence, e => e.Text.Contains("db:2 (2 min before the onset)", StringComparison.Ordinal));
        Assert.True(report.Candidates[0].Score > Analyzer.Analyze(Shop.SlowDatabase).Candidates[0].Score);
    }

    [Fact]
    public void Analyze_NothingGiven_SaysNoIncident() =>
        Assert.Equal(RootCauseVerdict.NoIncident, Analyzer.Analyze(new IncidentCase()).Verdict);

    [Fact]
    public void Analyze_RenamedNodes_GivesSameRanking()
    {
        var expected = Analyzer.Analyze(Shop.SlowDatabase).Candidates.Select(c => (Name(c.Node), c.Score));

        Assert.Equal(expected, Analyzer.Analyze(Shop.Rename(Shop.SlowDatabase, Name)).Candidates.Select(c => (c.Node, c.Score)));

        static string Name(string node) => new([.. node.Select(c => (char)('z' - (c - 'a')))]);
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(0.001, 5)]
    public void Analyze_OtherUnitAndOffset_GivesSameRanking(double unit, double offset)
    {
        var other = Shop.SlowDatabase with
        {
            Metrics = [.. Shop.SlowDatabase.Metrics.Select(m => m with { Values = [.. m.Values.Select(v => (v * unit) + offset)] })],
        };

        Assert.Equal(
            Analyzer.Analyze(Shop.SlowDatabase).Candidates.Select(c => c.Node),
            Analyzer.Analyze(other).Candidates.Select(c => c.Node));
    }

    [Fact]
    public void Analyze_InputInOtherOrder_GivesSameRanking()
    {
        var shuffled = Shop.SlowDatabase with
        {
            Metrics = [.. Shop.SlowDatabase.Metrics.Reverse()],
            Topology = new TopologyGraph(Shop.SlowDatabase.Topology.Edges.Reverse()),
        };

        Assert.Equal(
            Analyzer.Analyze(Shop.SlowDatabase).Candidates.Select(c => c.Node),
            Analyzer.Analyze(shuffled).Candidates.Select(c => c.Node));
    }

    [Fact]
    public void Analyze_StrangeValues_NeverThrows()
    {
        double[] strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, 1e300, -1e300, double.Epsilon, 1];
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var incident = new IncidentCase
            {
                Metrics = [.. Enumerable.Range(0, random.Next(6)).Select(i => new MetricSeries(
                    "n" + random.Next(3), (MetricKind)random.Next(9), "m",
                    [.. Enumerable.Range(0, random.Next(40)).Select(_ => Shop.Start.AddMinutes(random.Next(60)))],
                    [.. Enumerable.Range(0, random.Next(40)).Select(_ => strange[random.Next(strange.Length)])], random.Next(2) == 0))],
                Spans = [.. Enumerable.Range(0, random.Next(20)).Select(i => new TraceSpan(
                    "t", "s" + random.Next(8), random.Next(3) == 0 ? null : "s" + random.Next(8), "n" + random.Next(3), "op",
                    Shop.Start.AddMinutes(random.Next(60)), TimeSpan.FromSeconds(random.Next(-2, 9)), random.Next(2) == 0))],
                Logs = [.. Enumerable.Range(0, random.Next(20)).Select(i => new LogRecord(
                    Shop.Start.AddMinutes(random.Next(60)), "n" + random.Next(3), "t" + random.Next(3), random.Next(2) == 0, "s" + random.Next(9), random.Next(-1, 3)))],
                Topology = new TopologyGraph([new("n0", "n1"), new("n1", "n0"), new("n1", "n2")]),
                Target = random.Next(2) == 0 ? new IncidentTarget("n" + random.Next(5)) : null,
                Onset = random.Next(2) == 0 ? Shop.Start.AddMinutes(random.Next(60)) : null,
            };

            var report = Analyzer.Analyze(incident);

            Assert.All(report.Candidates, c => Assert.False(double.IsNaN(c.Score)));
        }
    }
}
