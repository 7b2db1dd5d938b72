using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class OnsetDetectorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Find_ReferenceFromAnotherDay_LooksOutsideIt()
    {
        // The good day ends on a higher level than it began, which is no incident; today is a little busier, and jumps at minute 6.
        var series = Series([.. Values(300, 10), .. Values(300, 14)], [.. Values(6, 15), .. Values(4, 60)]);

        Assert.Equal(Start.AddMinutes(6), OnsetDetector.Find([series], new TimeRange(Start.AddDays(-1), Start.AddMinutes(-1)), 4));
    }

    [Fact]
    public void Find_ReferenceFromAfter_LooksOutsideIt()
    {
        var later = Series(Values(100, 10), []) with { Times = [.. Enumerable.Range(0, 100).Select(i => Start.AddDays(2).AddMinutes(i))] };
        var now = Series([], [.. Values(5, 10), .. Values(5, 40)]);
        var series = now with { Times = [.. now.Times, .. later.Times], Values = [.. now.Values, .. later.Values] };

        Assert.Equal(Start.AddMinutes(5), OnsetDetector.Find([series], new TimeRange(Start.AddDays(2), Start.AddDays(3)), 4));
    }

    [Fact]
    public void Find_SeriesThatNeverMovedBefore_CountsToo()
    {
        var series = Series([.. Enumerable.Repeat(100.0, 100)], [100, 100, 100, 97, 96, 97]);

        Assert.Equal(Start.AddMinutes(3), OnsetDetector.Find([series], new TimeRange(Start.AddDays(-1), Start.AddMinutes(-1)), 4));
    }

    [Fact]
    public void Find_TooFewValues_FindsNothing() =>
        Assert.Null(OnsetDetector.Find([Series([], [1, 1, 1, 9, 9])], null, 4));

    [Fact]
    public void Find_NoiseAlone_FindsNothing() =>
        Assert.Null(OnsetDetector.Find([Series([], Values(200, 10))], null, 4));

    private static MetricSeries Series(double[] good, double[] now) => new(
        "api", MetricKind.Latency, "latency",
        [.. Enumerable.Range(0, good.Length).Select(i => Start.AddDays(-1).AddMinutes(i)), .. Enumerable.Range(0, now.Length).Select(i => Start.AddMinutes(i))],
        [.. good, .. now]);

    private static double[] Values(int count, double level)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(_ => level + random.NextDouble())];
    }
}
