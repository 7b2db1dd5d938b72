using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;
using Landfall.Evaluation.PetShop;

namespace Landfall.Evaluation.Tests.PetShop;

/// <summary>The baseline, worked by hand: web calls a and b, both call db; aside calls nobody and is called by nobody.</summary>
public sealed class TraversalBaselineTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    // Median 10, median absolute deviation 1: a value of 10 + 1.4826 n is n deviations away.
    private static readonly double[] Normal = [8, 9, 9, 10, 10, 10, 10, 11, 11, 12];

    [Fact]
    public void Score_ChainOfAnomalies_AddsDeviationsAlongTheBestPath()
    {
        var scored = TraversalBaseline.Score(Case(("web", At(6)), ("a", At(7)), ("b", At(9)), ("db", At(20)), ("aside", At(50))), "latency Average");

        var (node, score) = Assert.Single(scored);
        Assert.Equal("db", node);
        Assert.Equal(6 + 9 + 20, score, 6);
    }

    [Fact]
    public void Score_TargetBelowThreshold_GivesNothing() =>
        Assert.Empty(TraversalBaseline.Score(Case(("web", At(4.9)), ("db", At(20)), ("a", At(20))), "latency Average"));

    [Fact]
    public void Score_ThirdPointNormal_TakesFirstLaterOne()
    {
        var scored = TraversalBaseline.Score(
            Case(("web", [10, 10, 10, At(6)[2]]), ("a", [10, 10, At(9)[2], At(8)[2]])), "latency Average");

        var (node, score) = Assert.Single(scored);
        Assert.Equal("a", node);
        Assert.Equal(6 + 8, score, 6);
    }

    [Fact]
    public void Score_OnlyTargetAnomalous_GivesNothing() =>
        Assert.Empty(TraversalBaseline.Score(Case(("web", At(6)), ("a", At(1))), "latency Average"));

    [Theory]
    [InlineData(1, "first", 1)]
    [InlineData(1, "tied1", 0)]
    [InlineData(2, "tied1", 0.5)]
    [InlineData(3, "tied2", 1)]
    [InlineData(3, "absent", 0)]
    public void ChanceWithin_Ties_AreSharedEvenly(int k, string node, double expected) =>
        Assert.Equal(expected, TraversalBaseline.ChanceWithin(k, [("tied1", 2), ("first", 3), ("tied2", 2)], node));

    private static double[] At(double deviations) => [10, 10, 10 + (1.4826 * deviations)];

    private static IncidentCase Case(params (string Node, double[] Issue)[] nodes) => new()
    {
        Metrics = [.. nodes.Select(n => new MetricSeries(
            n.Node, MetricKind.Latency, "latency Average",
            [.. Enumerable.Range(0, Normal.Length + n.Issue.Length).Select(i => Start.AddMinutes(5 * i))], [.. Normal, .. n.Issue]))],
        Topology = new TopologyGraph([new("web", "a"), new("web", "b"), new("a", "db"), new("b", "db")]),
        Target = new IncidentTarget("web", MetricKind.Latency),
        Onset = Start.AddMinutes(5 * Normal.Length),
    };
}
