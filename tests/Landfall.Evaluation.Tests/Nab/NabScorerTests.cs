using Landfall.Evaluation.Nab;

namespace Landfall.Evaluation.Tests.Nab;

/// <summary>The benchmark's rules on a series of twelve rows with one window of four, worked by hand.</summary>
public sealed class NabScorerTests
{
    private static readonly NabProfile Standard = new("standard", 1, 1, 0.11);

    [Theory]
    [InlineData(-1, 0.9866143)]
    [InlineData(-0.5, 0.8482836)]
    [InlineData(0, 0)]
    [InlineData(1, -0.9866143)]
    [InlineData(3, -1)]
    [InlineData(40, -1)]
    public void Sigmoid_Position_IsTheBenchmarksCurve(double position, double expected) =>
        Assert.Equal(expected, NabScorer.Sigmoid(position), 6);

    [Fact]
    public void Rows_ProbationOfFifteenPercent_DoNotCount()
    {
        // 15 % of 12 rows is 1.8: one row is on probation.
        Assert.Equal(11, NabScorer.Rows(Series(new NabWindow(5, 8)), Alarms()).Count());
    }

    [Fact]
    public void Rows_LongSeries_ProbationIsAtMost750()
    {
        var series = Series([], 8000);

        Assert.Equal(750, series.Probation);
    }

    [Fact]
    public void Score_AlarmOnFirstRowOfWindow_IsPerfect() =>
        Assert.Equal(100, Score(Alarms(5)), 9);

    [Fact]
    public void Score_NoAlarm_IsZero() => Assert.Equal(0, Score(Alarms()), 9);

    [Fact]
    public void Score_AlarmInMiddleOfWindow_IsWorthItsPosition()
    {
        // Row 7 of window 5..8: position -(8 - 7 + 1)/4 = -0.5, worth 0.8482836/0.9866143 = 0.8597925.
        Assert.Equal(100 * (0.8597925 + 1) / 2, Score(Alarms(7)), 4);
    }

    [Fact]
    public void Score_SeveralAlarmsInWindow_OnlyTheBestCounts() =>
        Assert.Equal(Score(Alarms(6)), Score(Alarms(6, 7, 8)), 9);

    [Fact]
    public void Score_AlarmBeforeAnyWindow_CostsTheWholeWeight() =>
        Assert.Equal(100 * -0.11 / 2, Score(Alarms(2)), 9);

    [Fact]
    public void Score_AlarmAfterWindow_CostsByDistance()
    {
        // Row 9 is one row past a window of four: position 1/(4 - 1), sigmoid -0.6822617. Row 11 is at 1: -0.9866143.
        Assert.Equal(100 * 0.11 * -0.6822617 / 2, Score(Alarms(9)), 4);
        Assert.Equal(100 * 0.11 * -0.9866143 / 2, Score(Alarms(11)), 4);
    }

    [Fact]
    public void Score_WindowInsideProbation_CountsAsPerfectButNotAsMissed()
    {
        // The window on row 0 cannot be detected: perfect is 2, silence costs 1, the other window gains 2 of 3.
        var rows = NabScorer.Rows(Series(new NabWindow(0, 0), new NabWindow(5, 8)), Alarms(5));

        Assert.Equal(100 * 2.0 / 3, NabScorer.Score(rows, 2, Standard, 0.5), 9);
    }

    [Fact]
    public void Best_OneThresholdForAllSeries_TakesTheOneWithTheHighestSum()
    {
        // First series: hit at 0.9. Second: false alarm at 0.8 and a hit at 0.7; taking both is worth it.
        double[] first = Alarms(), second = Alarms();
        first[5] = 0.9;
        second[2] = 0.8;
        second[5] = 0.7;
        var rows = NabScorer.Rows(Series(new NabWindow(5, 8)), first)
            .Concat(NabScorer.Rows(Series(new NabWindow(5, 8)), second, 1))
            .ToList();

        var best = NabScorer.Best(rows, 2, Standard);

        Assert.Equal(0.7, best.Threshold);
        Assert.Equal(100 * (4 - 0.11) / 4, best.Score, 9);
        Assert.Equal(best.Score, NabScorer.Score(rows, 2, Standard, best.Threshold), 9);
    }

    [Fact]
    public void Best_OnlyFalseAlarms_PrefersSilence()
    {
        var outside = NabScorer.Rows(Series(), Alarms(2));

        Assert.Equal(1.1, NabScorer.Best(outside, 1, Standard).Threshold);
    }

    private static double Score(double[] scores) =>
        NabScorer.Score(NabScorer.Rows(Series(new NabWindow(5, 8)), scores), 1, Standard, 0.5);

    private static double[] Alarms(params int[] rows)
    {
        var scores = new double[12];
        foreach (var row in rows)
            scores[row] = 1;
        return scores;
    }

    private static NabSeries Series(params NabWindow[] windows) => Series(windows, 12);

    private static NabSeries Series(NabWindow[] windows, int count) =>
        new("family", "series", new string[count], new DateTime[count], new double[count], windows);
}
