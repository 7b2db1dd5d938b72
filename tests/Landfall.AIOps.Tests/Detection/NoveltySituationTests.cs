using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

/// <summary>Situations that no single value gives away: what usually happens does not, calm, firsts and repeats.</summary>
public sealed class NoveltySituationTests
{
    private const int Days = 14;
    private const int Event = Days * Telemetry.PerDay;

    [Fact]
    public void Observe_ConstantChangesForTheFirstTime_AlarmsAtOnce()
    {
        var values = new double[Event + 100];
        Array.Fill(values, 3);
        Array.Fill(values, 2, Event, 20);

        Assert.Equal(Event, Telemetry.Alarms(values)[0]);
    }

    [Theory]
    [InlineData(9, 1, 9)]
    [InlineData(72, 6, 60)]
    [InlineData(84, 6, 60)]
    [InlineData(130, 12, 90)]
    public void Observe_JobDoesNotRun_AlarmsBeforeItsNextButOneTurn(int period, int length, int latest)
    {
        var values = Jobs(Event + (4 * period), period, length);
        var missed = (Event / period + 1) * period;
        var without = Jobs(values.Length, int.MaxValue, 0);
        Array.Copy(without, missed, values, missed, values.Length - missed);

        var alarm = Telemetry.Alarms(values, missed)[0];

        Assert.InRange(alarm, missed, missed + latest);
    }

    [Fact]
    public void Explain_JobDoesNotRun_SaysForHowLongNothingHappened()
    {
        var values = Jobs(Event, 84, 6);
        var detector = new NoveltyDetector();
        Telemetry.Scores(detector, values);
        var quiet = Jobs(200, int.MaxValue, 0);
        var at = Enumerable.Range(0, quiet.Length)
            .First(i => detector.Observe(Telemetry.At(Event + i), quiet[i]) >= NoveltyDetector.DefaultThreshold);

        Assert.InRange(at, 30, 110);
        Assert.Equal(AnomalyKind.Rhythm, detector.Explain()!.Kind);
        Assert.Matches("^neither up nor down as usual for 1\\d\\d points: value ", detector.Explain()!.Describe());
    }

    [Fact]
    public void Observe_JobRunsAtTheWrongTime_Alarms()
    {
        var values = Jobs(Event + 36, 9, 1);
        for (var i = 0; i < 24; i++)
            values[Event + i] = Math.Max(values[Event + i], 50);

        Assert.InRange(Telemetry.Alarms(values, Event)[0], Event, Event + 6);
    }

    [Fact]
    public void Observe_NoiseShrinksTenfold_AlarmsWithinADay()
    {
        var values = Telemetry.Steady(Event + Telemetry.PerDay);
        for (var i = Event; i < values.Length; i++)
            values[i] = 50 + ((values[i] - 50) / 10);

        Assert.InRange(Telemetry.Alarms(values, Event)[0], Event, Event + Telemetry.PerDay);
    }

    [Fact]
    public void Observe_WorkdayLoadOnASundayAfterFiveWeeks_Alarms()
    {
        var noise = new Noise(5);
        double At(int i, bool quiet) =>
            ((100 - (40 * Math.Cos(2 * Math.PI * i / Telemetry.PerDay))) * (quiet ? 0.5 : 1)) + (3 * noise.Next());
        var values = Enumerable.Range(0, 42 * Telemetry.PerDay)
            .Select(i => At(i, quiet: (i / Telemetry.PerDay) % 7 >= 5 && i < 41 * Telemetry.PerDay))
            .ToArray();

        Assert.InRange(Telemetry.Alarms(values, 41 * Telemetry.PerDay)[0], 41 * Telemetry.PerDay, values.Length);
    }

    [Theory]
    [InlineData(72)]
    [InlineData(288)]
    [InlineData(864)]
    public void Observe_IncidentOfTheSameSizeHoursOrDaysLater_IsReportedAgain(int later)
    {
        var reported = 0;
        for (var seed = 0; seed < 5; seed++)
        {
            var values = Telemetry.Steady(Event + later + 50, seed);
            for (var i = 0; i < 12; i++)
            {
                values[Event + i] += 16;
                values[Event + later + i] += 16;
            }

            var alarms = Telemetry.Alarms(values, Event);
            reported += alarms.Any(i => i >= Event + later && i < Event + later + 12) ? 1 : 0;
        }

        Assert.InRange(reported, 4, 5);
    }

    [Theory]
    [InlineData(1, 0.6)]
    [InlineData(15, 0.3)]
    [InlineData(60, 0.15)]
    public void Observe_NothingHappensAtAnotherStep_FewAlarmsADay(int minutes, double most)
    {
        var alarms = 0;
        const int days = 28;
        for (var seed = 0; seed < 3; seed++)
        {
            var noise = new Noise(seed);
            var detector = new NoveltyDetector();
            var perDay = 1440 / minutes;
            for (var i = 0; i < days * perDay; i++)
            {
                var value = 100 - (40 * Math.Cos(2 * Math.PI * i / perDay)) + (3 * noise.Next());
                var score = detector.Observe(Telemetry.Start.AddMinutes(minutes * i), value);
                alarms += i >= 3 * perDay && score >= NoveltyDetector.DefaultThreshold ? 1 : 0;
            }
        }

        Assert.InRange(alarms / 3.0 / (days - 3), 0, most);
    }

    /// <summary>Noise around 20, and 30 more while a job of some points runs in each period.</summary>
    private static double[] Jobs(int points, int period, int length)
    {
        var noise = new Noise(6);
        return [.. Enumerable.Range(0, points).Select(i => 20 + (i % period < length ? 30 : 0) + (1.5 * noise.Next()))];
    }
}
