using System.Diagnostics;
using System.Globalization;
using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Benchmarks;

/// <summary>The shipped detector over interleaved series, one point of each in turn, after each has seen two days.</summary>
internal sealed class DetectionBenchmark : IBenchmark
{
    private const int Warmup = 576;
    private const int Points = 3_000_000;
    private const int Samples = 1 << 16;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "detection";

    public IEnumerable<BenchmarkFigure> Run()
    {
        var noise = Noise();
        Feed(Create(10), noise, 0, 20_000); // until the hot path is compiled for good
        foreach (var series in new[] { 100, 1000, 10_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var detectors = Create(series);
            Feed(detectors, noise, 0, Warmup);
            var turns = Points / series;
            var watch = Stopwatch.StartNew();
            Feed(detectors, noise, Warmup, turns);
            watch.Stop();
            var state = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)series;
            GC.KeepAlive(detectors);
            var size = string.Create(CultureInfo.InvariantCulture, $"{series:#,0} interleaved series");
            yield return new BenchmarkFigure("speed", size, (double)turns * series / watch.Elapsed.TotalSeconds, "points/s", 500_000);
            yield return new BenchmarkFigure("state of a series", size, state, "bytes", 16 * 1024, LowerIsBetter: true);
        }
    }

    private static NoveltyDetector[] Create(int count) => [.. Enumerable.Range(0, count).Select(_ => new NoveltyDetector())];

    private static void Feed(NoveltyDetector[] detectors, float[] noise, int from, int turns)
    {
        for (var turn = from; turn < from + turns; turn++)
        {
            var time = Start.AddMinutes(5 * turn);
            var season = 100 + (20 * Math.Sin(turn / 45.8));
            for (var k = 0; k < detectors.Length; k++)
                detectors[k].Observe(time, season + (5 * noise[((turn * 7919) + (k * 31)) & (Samples - 1)]));
        }
    }

    private static float[] Noise()
    {
        var random = new Random(17);
        var noise = new float[Samples];
        for (var i = 0; i < Samples; i++)
            noise[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble());
        return noise;
    }
}
