using System.Diagnostics;
using System.Globalization;
using Landfall.AIOps.Logs;

namespace Landfall.AIOps.Benchmarks;

/// <summary>Template mining on lines that look like those of a distributed file system, made up from a seed.</summary>
internal sealed class LogTemplateBenchmark : IBenchmark
{
    public string Name => "templates";

    public IEnumerable<BenchmarkFigure> Run()
    {
        Mine(Lines(400_000)); // until the hot path is compiled for good
        foreach (var count in new[] { 50_000, 200_000, 800_000 })
        {
            var lines = Lines(count);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            var miner = Mine(lines);
            watch.Stop();
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(miner);
            var size = string.Create(CultureInfo.InvariantCulture, $"{count:#,0} lines");
            yield return new BenchmarkFigure("speed", size, count / watch.Elapsed.TotalSeconds, "lines/s", 300_000);
            yield return new BenchmarkFigure("memory kept", size, memory / 1048576.0, "MB", LowerIsBetter: true);
        }
    }

    private static LogTemplateMiner Mine(string[] lines)
    {
        var miner = new LogTemplateMiner();
        foreach (var line in lines)
            miner.Add(line);
        return miner;
    }

    private static string[] Lines(int count)
    {
        var random = new Random(17);
        var lines = new string[count];
        for (var i = 0; i < count; i++)
            lines[i] = Line(random);
        return lines;
    }

    private static string Line(Random random)
    {
        var block = random.NextInt64(long.MinValue, long.MaxValue);
        var (from, to) = (Address(random), Address(random));
        FormattableString text = random.Next(6) switch
        {
            0 => $"Receiving block blk_{block} src: /{from} dest: /{to}",
            1 => $"PacketResponder {random.Next(3)} for block blk_{block} terminating",
            2 => $"BLOCK* NameSystem.addStoredBlock: blockMap updated: {from} is added to blk_{block} size {random.Next(67108864)}",
            3 => $"Deleting block blk_{block} file /mnt/hadoop/dfs/data/current/subdir{random.Next(64)}/blk_{block}",
            4 => $"Verification succeeded for blk_{block}",
            _ => $"Received block blk_{block} of size {random.Next(67108864)} from /{from}",
        };
        return text.ToString(CultureInfo.InvariantCulture);
    }

    private static string Address(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"10.25{random.Next(2)}.{random.Next(256)}.{random.Next(256)}:{random.Next(1024, 65536)}");
}
