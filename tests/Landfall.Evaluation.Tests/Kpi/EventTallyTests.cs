using Landfall.Evaluation.Kpi;

namespace Landfall.Evaluation.Tests.Kpi;

public sealed class EventTallyTests
{
    [Theory]
    [InlineData("0000000000 1111111111 0000000000", 17, 1, 0)]
    [InlineData("0000000000 1111111111 0000000000", 18, 0, 0)]
    [InlineData("0000000000 1111111111 0000000000", 9, 0, 1)]
    [InlineData("0000000000 1111111111 0000000000", 3, 0, 0)]
    public void Of_OneAlarm_CountsWithinTheDelayAndOutsideOfTraining(string labels, int alarm, int found, int wrong)
    {
        var series = Series(labels, trainRows: 5);
        var scores = new double[series.Values.Count];
        scores[alarm] = 1;

        var tally = EventTally.Of(series, scores, 0.5);

        Assert.Equal((1, found, wrong), (tally.Events, tally.Found, tally.FalseAlarms));
    }

    [Fact]
    public void Of_RunOfAlarms_IsOneFalseAlarm()
    {
        var series = Series("0000000000 0000000000", trainRows: 0);
        double[] scores = [0, 1, 1, 1, 0, 0, 1, .. new double[13]];

        Assert.Equal(2, EventTally.Of(series, scores, 1).FalseAlarms);
        Assert.Equal(2 * 24 * 60 / 20.0, EventTally.Of(series, scores, 1).FalseAlarmsPerDay, 1e-9);
    }

    [Fact]
    public void F1_OneOfTwoFoundOneFalse_IsAHalf() => Assert.Equal(0.5, new EventTally(2, 1, 1, 1).F1);

    private static KpiSeries Series(string labels, int trainRows)
    {
        var marks = labels.Where(c => c != ' ').Select(c => c == '1').ToList();
        return new KpiSeries("a", DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), trainRows, new double[marks.Count], marks);
    }
}
