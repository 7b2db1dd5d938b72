using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class DerivedSeriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NothingOrOneMoment_GivesNoSeries()
    {
        Assert.Empty(DerivedSeries.Of(new IncidentCase()));
        Assert.Empty(DerivedSeries.Of(new IncidentCase { Logs = [Error(0)] }));
        Assert.Empty(DerivedSeries.Of(new IncidentCase { Logs = [Error(5), Error(5)] }));
    }

    [Fact]
    public void Of_ErrorLines_AreCountedInSixtyEqualParts()
    {
        var series = Assert.Single(DerivedSeries.Of(new IncidentCase
        {
            Logs = [Error(0), Error(59), Error(60) with { Count = 3 }, Error(61), Error(60) with { IsError = false }, Error(60) with { Count = -1 }, Error(3600)],
        }));

        Assert.Equal(("api", MetricKind.Errors), (series.Node, series.Kind));
        Assert.Equal(60, series.Values.Count);
        Assert.Equal((Start, Start.AddMinutes(1), Start.AddMinutes(59)), (series.Times[0], series.Times[1], series.Times[^1]));
        Assert.Equal((2.0, 4.0, 0.0, 1.0), (series.Values[0], series.Values[1], series.Values[2], series.Values[^1]));
    }

    [Fact]
    public void Of_Spans_GiveMeanDurationsAndFailures()
    {
        var series = DerivedSeries.Of(new IncidentCase { Spans = [Span(0, 10, true), Span(1, 30, false), Span(60, 50, false)] });

        var latency = Assert.Single(series, s => s.Kind == MetricKind.Latency);
        Assert.Equal((10.0, 30.0, 50.0), (latency.Values[0], latency.Values[1], latency.Values[^1]));
        Assert.True(double.IsNaN(latency.Values[30]));
        Assert.Equal(1, Assert.Single(series, s => s.Kind == MetricKind.Errors).Values.Sum());
    }

    [Fact]
    public void Of_SpansOfOnePart_GiveTheirMean()
    {
        var latency = Assert.Single(DerivedSeries.Of(new IncidentCase { Spans = [Span(0, 10, false), Span(0.5, 30, false), Span(60, 50, false)] }));

        Assert.Equal(20, latency.Values[0]);
    }

    [Fact]
    public void Of_TwoMoments_AreEnough() => Assert.Single(DerivedSeries.Of(new IncidentCase { Logs = [Error(0), Error(60)] }));

    [Fact]
    public void Of_ReferenceLongBefore_IsLeftOut()
    {
        var series = Assert.Single(DerivedSeries.Of(new IncidentCase
        {
            Logs = [Error(-9000), Error(0), Error(3600)],
            Reference = new TimeRange(Start.AddSeconds(-9000), Start.AddSeconds(-8000)),
        }));

        Assert.Equal(Start, series.Times[0]);
        Assert.Equal(2, series.Values.Sum());
    }

    private static LogRecord Error(int second) => new(Start.AddSeconds(second), "api", "refused", IsError: true);

    private static TraceSpan Span(double second, int milliseconds, bool failed) =>
        new("t", $"s{second}", null, "api", "serve", Start.AddSeconds(second), TimeSpan.FromMilliseconds(milliseconds), failed);
}
