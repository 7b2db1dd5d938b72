using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class RequestVolumeTests
{
    private const double Gap = double.NaN;

    private static readonly DateTimeOffset Onset = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(new[] { 2.0, 3, 4 }, new[] { 10.0, 20, 30 }, 200)]
    [InlineData(new[] { 2.0, Gap, 2 }, new[] { 10.0, 20, 30 }, 120)]
    [InlineData(new[] { 2.0, 2, 2 }, new[] { 10.0, Gap, 30 }, 120)]
    [InlineData(new[] { 2.0, Gap, 2 }, new[] { 10.0, Gap, 30 }, 80)]
    [InlineData(new[] { 2.0, 5, 2 }, new[] { 0.0, 0, 0 }, 0)]
    public void Sum_Gaps_AreFilledByTheMean(double[] share, double[] requests, double expected) =>
        Assert.Equal(expected, RequestVolume.Sum(Series(share), Series(requests), Onset, TimeSpan.FromHours(1))!.Value, 9);

    [Fact]
    public void Sum_NeverBothKnown_IsUnknown() =>
        Assert.Null(RequestVolume.Sum(Series([Gap, 3]), Series([5, Gap]), Onset, TimeSpan.FromHours(1)));

    [Fact]
    public void Sum_OutsideTheIncident_DoesNotCount() =>
        Assert.Equal(2 * 10, RequestVolume.Sum(Series([2, 9]), Series([10, 10]), Onset, TimeSpan.FromMinutes(5)));

    private static MetricSeries Series(double[] values) =>
        new("api", MetricKind.Latency, "latency", [.. values.Select((_, i) => Onset.AddMinutes(5 * i))], values);
}
