using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class ServiceDetectorTests
{
    private const int Event = 14 * Telemetry.PerDay;
    private static readonly string[] Names = ["requests", "latency", "cpu"];

    [Fact]
    public void Observe_OneSeriesSpikes_AlarmsAndNamesIt()
    {
        var detector = new ServiceDetector(Names);
        Feed(detector, Event);

        var score = detector.Observe(Telemetry.At(Event), [Requests(Event), 900, 40]);

        Assert.InRange(score, ServiceDetector.DefaultThreshold, 1);
        var explanation = detector.Explain();
        Assert.Equal("latency", explanation.Contributions[0].Series);
        Assert.StartsWith("latency: value 900,", explanation.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_SeveralModerateNews_ScoreMoreThanOne()
    {
        var one = new ServiceDetector(Names);
        var all = new ServiceDetector(Names);
        Feed(one, Event);
        Feed(all, Event);

        var (requests, latency, cpu) = Values(Event);
        var single = one.Observe(Telemetry.At(Event), requests, latency + 50, cpu);
        var several = all.Observe(Telemetry.At(Event), requests + 400, latency + 50, cpu + 30);

        Assert.True(several > single, $"{several} for three, {single} for one");
    }

    [Fact]
    public void Observe_SeriesStaysInRangeButLeavesTheOthers_IsOutOfStep()
    {
        // Latency follows the load; both values of the last point are usual, but not together.
        var detector = new ServiceDetector(["requests", "latency"]);
        var noise = new Noise(4);
        for (var i = 0; i < Event; i++)
        {
            var load = 100 + (50 * noise.Next());
            detector.Observe(Telemetry.At(i), load, (2 * load) + noise.Next());
        }

        var score = detector.Observe(Telemetry.At(Event), 200, 100);

        Assert.InRange(score, ServiceDetector.DefaultThreshold, 1);
        Assert.NotNull(detector.Explain().OutOfStep);
        Assert.EndsWith("no longer moves with the other series of the service", detector.Explain().Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_NothingHappens_FewAlarms()
    {
        var detector = new ServiceDetector(Names);
        var alarms = Feed(detector, 2 * Event).Skip(750).Count(score => score >= ServiceDetector.DefaultThreshold);

        // 25 days at five minutes.
        Assert.InRange(alarms, 0, 8);
    }

    [Fact]
    public void Save_AnyMoment_RestoredDetectorGoesOnAlike()
    {
        var detector = new ServiceDetector(Names);
        Feed(detector, 1000);
        using var stream = new MemoryStream();
        detector.Save(new BinaryWriter(stream));
        stream.Position = 0;

        var restored = ServiceDetector.Restore(new BinaryReader(stream));

        Assert.Equal(Names, restored.Series);
        Assert.Equal(Feed(detector, 3000, 1000), Feed(restored, 3000, 1000));
    }

    [Fact]
    public void Observe_ValuesMissingOrInfinite_DoesNotThrow()
    {
        var detector = new ServiceDetector(Names);
        var noise = new Noise(9);
        double[] odd = [double.NaN, double.PositiveInfinity, double.MaxValue, double.MinValue, 0, 1];
        for (var i = 0; i < 3000; i++)
        {
            var score = detector.Observe(Telemetry.At(i), noise.Next(), odd[i % odd.Length], odd[i / 7 % odd.Length]);
            Assert.InRange(score, 0, 1);
        }
    }

    [Fact]
    public void Observe_AnyValuesAtAnyTimes_ScoreFromZeroToOneInTheSameSpace()
    {
        var value = Gen.OneOf(
            ArbMap.Default.GeneratorFor<double>(),
            Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 0, double.Epsilon),
            Gen.Choose(-5, 5).Select(i => (double)i));
        var seconds = Gen.OneOf(Gen.Choose(-100, 1000), Gen.Constant(0), Gen.Choose(-10_000_000, 10_000_000));
        var points = (from a in value from b in value from s in seconds select (a, b, s)).ArrayOf();
        Prop.ForAll(points.Resize(400).ToArbitrary(), sequence =>
        {
            var detector = new ServiceDetector(["a", "b"]);
            var time = Telemetry.Start;
            foreach (var (a, b, s) in sequence)
            {
                time = time.AddSeconds(s);
                Assert.InRange(detector.Observe(time, a, b), 0, 1);
                _ = detector.Explain().Describe();
            }

            Assert.InRange(SavedBytes(detector), 1, 40_000);
        }).Check(PropertyRuns.Of(100));
    }

    [Fact]
    public void Observe_MillionEqualValues_NeverAlarmsNorGrows()
    {
        var detector = new ServiceDetector(["a", "b"]);
        var highest = 0.0;
        for (var i = 0; i < 1_000_000; i++)
            highest = Math.Max(highest, detector.Observe(Telemetry.At(i), 7, 7));

        Assert.Equal(0, highest);
        Assert.InRange(SavedBytes(detector), 1, 40_000);
    }

    [Fact]
    public void Exclude_SpikeInside_IsNotReported()
    {
        var detector = new ServiceDetector(Names);
        Feed(detector, Event);
        detector.Exclude(new ExcludedRange(Telemetry.At(Event), Telemetry.At(Event + 1)));

        Assert.Equal(0, detector.Observe(Telemetry.At(Event), 1e6, 1e6, 1e6));
    }

    [Fact]
    public void Constructor_SameNameTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new ServiceDetector(["cpu", "cpu"]));

    [Fact]
    public void Observe_WrongNumberOfValues_Throws() =>
        Assert.Throws<ArgumentException>(() => new ServiceDetector(Names).Observe(Telemetry.Start, 1, 2));

    private static long SavedBytes(ServiceDetector detector)
    {
        using var stream = new MemoryStream();
        detector.Save(new BinaryWriter(stream));
        return stream.Length;
    }

    private static List<double> Feed(ServiceDetector detector, int until, int from = 0)
    {
        List<double> scores = [];
        for (var i = from; i < until; i++)
        {
            var (requests, latency, cpu) = Values(i);
            scores.Add(detector.Observe(Telemetry.At(i), requests, latency, cpu));
        }

        return scores;
    }

    private static double Requests(int i) => 1000 - (400 * Math.Cos(2 * Math.PI * i / Telemetry.PerDay));

    private static (double Requests, double Latency, double Cpu) Values(int i)
    {
        var noise = new Noise(i);
        var requests = Requests(i) + (20 * noise.Next());
        return (requests, 80 + (requests / 20) + (3 * noise.Next()), (requests / 25) + noise.Next());
    }
}
