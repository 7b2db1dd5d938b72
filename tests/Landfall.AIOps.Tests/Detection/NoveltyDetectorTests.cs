using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class NoveltyDetectorTests
{
    private const int Days = 14;
    private const int Event = Days * Telemetry.PerDay;

    [Fact]
    public void Observe_Spike_AlarmsAtOnceAndOnce()
    {
        var values = Telemetry.Daily(Days + 2);
        for (var i = 0; i < 6; i++)
            values[Event + i] += 200;

        Assert.Equal([Event], Telemetry.Alarms(values, Event));
    }

    [Fact]
    public void Observe_LevelShift_AlarmsAtOnceAndLearnsTheNewLevel()
    {
        var values = Telemetry.Steady(Event + (10 * Telemetry.PerDay));
        for (var i = Event; i < values.Length; i++)
            values[i] += 30;

        var alarms = Telemetry.Alarms(values, Event);

        Assert.Equal(Event, alarms[0]);
        Assert.InRange(alarms.Length, 1, 4);
    }

    [Fact]
    public void Observe_NightValueAtNoon_AlarmsAlthoughTheValueIsUsual()
    {
        var values = Telemetry.Daily(Days + 1);
        var noon = Event + (Telemetry.PerDay / 2);
        for (var i = 0; i < 12; i++)
            values[noon + i] = 65;

        Assert.InRange(Telemetry.Alarms(values, Event)[0], noon, noon + 11);
    }

    [Fact]
    public void Observe_Leak_AlarmsLongBeforeTheLimit()
    {
        // Memory at 50 % with noise of 2 leaks 5 points a day: it would reach 100 % after ten days.
        var values = Telemetry.Steady(Event + (10 * Telemetry.PerDay));
        for (var i = Event; i < values.Length; i++)
            values[i] += 5.0 * (i - Event) / Telemetry.PerDay;

        Assert.InRange(Telemetry.Alarms(values, Event)[0], Event, Event + (3 * Telemetry.PerDay));
    }

    [Fact]
    public void Observe_GrowthFromTheStart_IsNormal()
    {
        // Grows by 3 a day, one and a half standard deviations of its noise, for a month.
        var values = Telemetry.Steady(30 * Telemetry.PerDay);
        for (var i = 0; i < values.Length; i++)
            values[i] += 3.0 * i / Telemetry.PerDay;

        Assert.InRange(Telemetry.Alarms(values, Event).Length, 0, 4);
    }

    [Fact]
    public void Observe_NoiseGrowsFourfold_Alarms()
    {
        var values = Telemetry.Steady(Event + Telemetry.PerDay);
        for (var i = Event; i < values.Length; i++)
            values[i] = 50 + (4 * (values[i] - 50));

        Assert.InRange(Telemetry.Alarms(values, Event)[0], Event, Event + (Telemetry.PerDay / 4));
    }

    [Fact]
    public void Observe_FlatLine_AlarmsOnceAndSaysSo()
    {
        var values = Telemetry.Steady(Event + Telemetry.PerDay);
        values.AsSpan(Event).Fill(50.5);
        var detector = new NoveltyDetector();
        Telemetry.Scores(detector, values[..(Event + 23)]);

        var score = detector.Observe(Telemetry.At(Event + 23), 50.5);

        Assert.InRange(score, NoveltyDetector.DefaultThreshold, 1);
        Assert.Equal(AnomalyKind.FlatLine, detector.Explain()!.Kind);
        Assert.StartsWith("no change for 24 points: value 50.5 %", detector.Explain()!.Describe("%"), StringComparison.Ordinal);
        Assert.Single(Telemetry.Alarms(values, Event));
    }

    [Fact]
    public void Observe_CounterRestarts_ReadsItsRateAndIsQuietAtRestarts()
    {
        var noise = new Noise(3);
        double total = 0;
        var values = new double[Event];
        for (var i = 0; i < values.Length; i++)
        {
            total = i % 1500 == 1499 ? 0 : total + 300 + (20 * noise.Next());
            values[i] = total;
        }

        var detector = new NoveltyDetector();
        var scores = Telemetry.Scores(detector, values);

        Assert.True(detector.IsCounter);
        Assert.InRange(detector.Explain()!.Value, 0.7, 1.3);
        for (var restart = 1499; restart < values.Length; restart += 1500)
            Assert.All(scores[restart..(restart + 10)], score => Assert.InRange(score, 0, NoveltyDetector.DefaultThreshold));
    }

    [Fact]
    public void Observe_CounterStopsCounting_Alarms()
    {
        var noise = new Noise(3);
        double total = 0;
        var values = new double[Event + 20];
        for (var i = 0; i < values.Length; i++)
            values[i] = total += i < Event ? 300 + (20 * noise.Next()) : 0;

        Assert.Equal(Event, Telemetry.Alarms(values, Event)[0]);
    }

    [Fact]
    public void Observe_ClocksChange_NoMoreThanTwoAlarmsInTheWeekAfter()
    {
        var values = Telemetry.Daily(Days + 7);
        var shifted = Telemetry.Daily(Days + 7);
        for (var i = Event; i < values.Length - 12; i++)
            shifted[i] = values[i + 12];

        Assert.InRange(Telemetry.Alarms(shifted[..^12], Event).Length, 0, 2);
    }

    [Fact]
    public void Observe_PointsMissing_NoAlarmAfterTheGap()
    {
        var values = Telemetry.Daily(Days + 2);
        var detector = new NoveltyDetector();
        for (var i = 0; i < Event; i++)
            detector.Observe(Telemetry.At(i), values[i]);
        for (var i = Event + 100; i < values.Length; i++)
            Assert.InRange(detector.Observe(Telemetry.At(i), values[i]), 0, NoveltyDetector.DefaultThreshold);
    }

    [Fact]
    public void Exclude_SpikeInside_IsNeitherReportedNorLearned()
    {
        var values = Telemetry.Daily(Days + 2);
        for (var i = 0; i < 10; i++)
            values[Event + i] += 200;
        values[Event + 200] += 200;
        var detector = new NoveltyDetector();
        detector.Exclude(new ExcludedRange(Telemetry.At(Event), Telemetry.At(Event + 10)));

        var scores = Telemetry.Scores(detector, values);

        Assert.All(scores[Event..(Event + 10)], score => Assert.Equal(0, score));
        Assert.InRange(scores[Event + 200], NoveltyDetector.DefaultThreshold, 1);
    }

    [Fact]
    public void Exclude_EndBeforeStart_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            new NoveltyDetector().Exclude(new ExcludedRange(Telemetry.At(2), Telemetry.At(1))));

    [Fact]
    public void IsSilent_LongAfterLastPoint_IsTrue()
    {
        var detector = new NoveltyDetector();
        Telemetry.Scores(detector, Telemetry.Steady(100));

        Assert.False(detector.IsSilent(Telemetry.At(105)));
        Assert.True(detector.IsSilent(Telemetry.At(120)));
        Assert.Equal(TimeSpan.FromMinutes(5), detector.Interval);
    }

    [Theory]
    [InlineData("normal", 30)]
    [InlineData("uniform", 30)]
    [InlineData("exponential", 40)]
    [InlineData("count", 40)]
    [InlineData("heavy", 60)]
    public void Observe_NothingHappens_FewAlarmsWhateverTheDistribution(string distribution, int most)
    {
        var alarms = 0;
        for (var seed = 0; seed < 5; seed++)
        {
            var noise = new Noise(seed);
            alarms += Telemetry.Alarms([.. Enumerable.Range(0, 10_000).Select(_ => Draw(distribution, noise))], 750).Length;
        }

        // Of 46,250 points, 160 days at five minutes: an alarm in three to five days at most.
        Assert.InRange(alarms, 0, most);
    }

    [Fact]
    public void Explain_Spike_GivesNumbersAndWords()
    {
        var values = Telemetry.Daily(Days);
        var detector = new NoveltyDetector();
        Telemetry.Scores(detector, values);

        detector.Observe(Telemetry.At(Event), 812);

        var explanation = detector.Explain()!;
        Assert.Equal(AnomalyKind.Value, explanation.Kind);
        Assert.InRange(explanation.ExpectedLow, 40, 60);
        Assert.InRange(explanation.ExpectedHigh, 60, 80);
        Assert.Equal(1, explanation.ShareBelow);
        Assert.Matches(
            @"^value 812 ms, expected \d\d(\.\d+)?–\d\d(\.\d+)? ms at this hour; the highest of 4,032 values in 14 days$",
            explanation.Describe("ms"));
    }

    [Fact]
    public void Explain_NothingObserved_IsNull() => Assert.Null(new NoveltyDetector().Explain());

    private static double Draw(string distribution, Noise noise) => distribution switch
    {
        "uniform" => noise.Uniform(),
        "exponential" => -Math.Log(1 - noise.Uniform()),
        "count" => Math.Floor(-20 * Math.Log(1 - noise.Uniform())),
        "heavy" => Math.Pow(1 - noise.Uniform(), -0.5),
        _ => noise.Next(),
    };
}
