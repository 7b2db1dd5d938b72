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
        var known = new[] { 50_000, 200_000, 800_000 }.SelectMany(count => Measure(Lines(count), "", 300_000));
        var unknown = new[] { 50_000, 200_000 }.SelectMany(count => Measure(Strangers(count), ", new words", null));
        return known.Concat(unknown);
    }

    private static BenchmarkFigure[] Measure(string[] lines, string what, double? target)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var miner = Mine(lines);
        watch.Stop();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(miner);
        var size = string.Create(CultureInfo.InvariantCulture, $"{lines.Length:#,0} lines{what}");
        return
        [
            new BenchmarkFigure("speed" + what, size, lines.Length / watch.Elapsed.TotalSeconds, "lines/s", target),
            new BenchmarkFigure("memory kept" + what, size, memory / 1048576.0, "MB", 64, LowerIsBetter: true),
        ];
    }

    /// <summary>The slow way: a word on each line that was never seen, so that no line's form is known.</summary>
    private static string[] Strangers(int count)
    {
        var random = new Random(18);
        var lines = new string[count];
        for (var i = 0; i < count; i++)
        {
            var name = string.Create(8, random, static (text, r) => { foreach (ref var c in text) c = (char)('a' + r.Next(26)); });
            lines[i] = $"Failed password for invalid user {name} from {Address(random)} port ssh2";
        }

        return lines;
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
