using Landfall.Evaluation.Kpi;

namespace Landfall.Evaluation.Tests.Kpi;

public sealed class VolumeUnderSurfaceTests
{
    private const int Rows = 1000;
    private static readonly (int First, int Last)[] Event = [(50, 59)];

    // The thresholds predict 1, 5, 9 and 13 rows of the ten that are marked.
    private const double Perfect = 0.9 + (0.1 * 10 / 13);

    [Fact]
    public void Measure_EventFirstNoTolerance_IsAreaUnderPrecisionAndRecall() =>
        Assert.Equal(Perfect, VolumeUnderSurface.Measure(Event, Scores(beside: false), 0), 1e-9);

    [Fact]
    public void Measure_RowsBesideEventNext_CountWithinTheTolerance()
    {
        var tolerant = 0.9 + (0.1 * (10 + (2 * Math.Sqrt(0.5))) / 13);

        Assert.Equal(((2 * Perfect) + tolerant) / 3, VolumeUnderSurface.Measure(Event, Scores(beside: true), 2), 1e-9);
    }

    [Fact]
    public void Measure_EqualScores_IsTheShareOfMarkedRows() =>
        Assert.Equal(0.01, VolumeUnderSurface.Measure(Event, new double[Rows], 0), 1e-9);

    private static double[] Scores(bool beside) =>
        [.. Enumerable.Range(0, Rows).Select(row => row is >= 50 and <= 59 ? 2 + (row * 1e-6)
            : beside && row is 49 or 60 ? 1 : row * 1e-6)];
}
