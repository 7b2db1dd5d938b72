using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class NoveltyDetectorPropertyTests
{
    [Theory]
    [InlineData(1024, 0)]
    [InlineData(0.001, 0)]
    [InlineData(1, 273.15)]
    [InlineData(1.8, 32)]
    [InlineData(3600, -1e6)]
    public void Observe_OtherUnitOrOffset_SameScores(double factor, double offset)
    {
        var values = Telemetry.Daily(20);
        values[3000] += 300;
        values[4500] -= 100;

        var scores = Telemetry.Scores(values);
        var converted = Telemetry.Scores([.. values.Select(value => (value * factor) + offset)]);

        Assert.Contains(scores, score => score > 0.9);
        Assert.All(scores.Zip(converted), pair => Assert.Equal(pair.First, pair.Second, 0.01));
    }

    [Fact]
    public void Observe_Prefix_ScoresOfPrefixArePrefixOfScores() => Prop.ForAll(
        Gen.Choose(1, 2000).ToArbitrary(),
        length =>
        {
            var values = Telemetry.Daily(7, length);
            Assert.Equal(Telemetry.Scores(values).Take(length), Telemetry.Scores([.. values.Take(length)]));
        }).Check(PropertyRuns.Of(10));

    [Fact]
    public void Observe_SeriesInterleavedInAnyOrder_SameScores()
    {
        var series = Enumerable.Range(0, 5).Select(seed => Telemetry.Daily(4, seed)).ToArray();
        var alone = series.Select(Telemetry.Scores).ToArray();
        var detectors = series.Select(_ => new NoveltyDetector()).ToArray();
        for (var i = 0; i < series[0].Length; i++)
        {
            for (var k = 0; k < series.Length; k++)
            {
                var turn = i % 2 == 0 ? k : series.Length - 1 - k;
                Assert.Equal(alone[turn][i], detectors[turn].Observe(Telemetry.At(i), series[turn][i]));
            }
        }
    }

    [Fact]
    public void Save_AnyMoment_RestoredDetectorGoesOnAlike() => Prop.ForAll(
        Gen.Choose(0, 3000).ToArbitrary(),
        moment =>
        {
            var values = Telemetry.Daily(14, moment);
            values[3500] += 150;
            var detector = new NoveltyDetector();
            detector.Exclude(new ExcludedRange(Telemetry.At(3100), Telemetry.At(3200)));
            Telemetry.Scores(detector, values[..moment]);

            using var stream = new MemoryStream();
            detector.Save(new BinaryWriter(stream));
            stream.Position = 0;
            var restored = NoveltyDetector.Restore(new BinaryReader(stream));

            Assert.Equal(
                Telemetry.Scores(detector, values[moment..], moment), Telemetry.Scores(restored, values[moment..], moment));
            Assert.Equal(detector.Explain(), restored.Explain());
        }).Check(PropertyRuns.Of(10));

    [Fact]
    public void Observe_AnyValuesAtAnyTimes_ScoreFromZeroToOne()
    {
        var value = Gen.OneOf(
            ArbMap.Default.GeneratorFor<double>(),
            Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 0, double.Epsilon),
            Gen.Choose(-5, 5).Select(i => (double)i));
        var seconds = Gen.OneOf(Gen.Choose(-100, 1000), Gen.Constant(0), Gen.Choose(-10_000_000, 10_000_000));
        var points = value.SelectMany(v => seconds.Select(s => (v, s))).ArrayOf();
        Prop.ForAll(points.Resize(400).ToArbitrary(), sequence =>
        {
            var detector = new NoveltyDetector();
            var time = Telemetry.Start;
            foreach (var (v, s) in sequence)
            {
                time = time.AddSeconds(s);
                Assert.InRange(detector.Observe(time, v), 0, 1);
                _ = detector.Explain()?.Describe("ms");
            }

            Assert.InRange(SavedBytes(detector), 1, 20_000);
        }).Check(PropertyRuns.Of(200));
    }

    [Fact]
    public void Observe_ExtremeTimes_DoesNotThrow()
    {
        var detector = new NoveltyDetector();
        foreach (var time in (DateTimeOffset[])[DateTimeOffset.MaxValue, DateTimeOffset.MinValue, Telemetry.Start, DateTimeOffset.MaxValue])
            Assert.InRange(detector.Observe(time, 1), 0, 1);
    }

    [Fact]
    public void Observe_MillionEqualValues_NeverAlarmsNorAllocates()
    {
        var detector = new NoveltyDetector();
        for (var i = 0; i < 1000; i++)
            detector.Observe(Telemetry.At(i), 7);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var highest = 0.0;
        for (var i = 1000; i < 1_000_000; i++)
            highest = Math.Max(highest, detector.Observe(Telemetry.At(i), 7));

        Assert.InRange(highest, 0, 1e-9);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void Save_LongHistory_StateStaysBelowSixteenKilobytes()
    {
        var detector = new NoveltyDetector();
        Telemetry.Scores(detector, Telemetry.Daily(200));

        Assert.InRange(SavedBytes(detector), 1000, 16 * 1024);
    }

    [Fact]
    public void Restore_OtherFormat_NamesTheFormat()
    {
        var error = Assert.Throws<InvalidDataException>(() => NoveltyDetector.Restore(new BinaryReader(new MemoryStream([99, 0]))));

        Assert.Contains("format 99", error.Message, StringComparison.Ordinal);
    }

    private static long SavedBytes(NoveltyDetector detector)
    {
        using var stream = new MemoryStream();
        detector.Save(new BinaryWriter(stream));
        return stream.Length;
    }
}
