using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

/// <summary>Faults that show in traces and logs, each source by itself and together.</summary>
public sealed class TracedIncidentTests
{
    private static readonly RootCauseAnalyzer Analyzer = new();

    [Theory]
    [InlineData("network", "web", CauseKind.Network)]
    [InlineData("network", "api", CauseKind.Network)]
    [InlineData("network", "db", CauseKind.Network)]
    [InlineData("network", "cart", CauseKind.Network)]
    [InlineData("cpu", "api", CauseKind.Cpu)]
    [InlineData("cpu", "db", CauseKind.Cpu)]
    [InlineData("return", "api", CauseKind.Code)]
    [InlineData("exception", "api", CauseKind.Code)]
    [InlineData("exception", "db", CauseKind.Code)]
    public void Analyze_OneFault_NamesItsNodeAndKind(string fault, string node, CauseKind kind)
    {
        var report = Analyzer.Analyze(TracedShop.With(fault, node));

        Assert.Equal(RootCauseVerdict.CauseFound, report.Verdict);
        Assert.Equal((node, kind), (report.Candidates[0].Node, report.Candidates[0].Kind));
    }

    [Fact]
    public void Analyze_NoFault_SaysNoIncident() =>
        Assert.Equal(RootCauseVerdict.NoIncident, Analyzer.Analyze(TracedShop.With("none", "")).Verdict);

    [Theory]
    [InlineData("network", CauseKind.Network)]
    [InlineData("cpu", CauseKind.Latency)]
    [InlineData("exception", CauseKind.Code)]
    public void Analyze_TracesAndLogsOnly_NamesTheNode(string fault, CauseKind kind)
    {
        var report = Analyzer.Analyze(TracedShop.With(fault, "db") with { Metrics = [] });

        Assert.Equal(("db", kind), (report.Candidates[0].Node, report.Candidates[0].Kind));
    }

    [Fact]
    public void Analyze_LogsOnly_BlamesTheFirstOfThoseThatGiveUp()
    {
        var incident = TracedShop.With("exception", "api");

        var report = Analyzer.Analyze(incident with { Metrics = [], Spans = [], Topology = new([new("web", "api"), new("api", "db")]) });

        Assert.Equal("api", report.Candidates[0].Node);
        Assert.Contains(report.Candidates[0].Evidence, e => e.Text.Contains("error line \"gives up\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyze_WithoutOnsetAndMetrics_FindsItInTraces()
    {
        var report = Analyzer.Analyze(TracedShop.With("cpu", "db") with { Metrics = [], Onset = null });

        Assert.InRange(report.Onset!.Value, TracedShop.Onset.AddSeconds(-8), TracedShop.Onset.AddSeconds(8));
        Assert.Equal("db", report.Candidates[0].Node);
    }
}
