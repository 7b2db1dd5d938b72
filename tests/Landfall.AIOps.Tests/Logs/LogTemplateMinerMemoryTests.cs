using Landfall.AIOps.Logs;

namespace Landfall.AIOps.Tests.Logs;

/// <summary>Runs when no other test does: the memory of the process is counted, and others would be counted with it.</summary>
[Collection(nameof(Alone))]
public class LogTemplateMinerMemoryTests
{
    [Fact]
    public void Add_RandomLongLines_HoldsAboutWhatItMay()
    {
        var options = new LogTemplateMinerOptions { MaxBytes = 4L << 20 };
        var random = new Random(6);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var miner = new LogTemplateMiner(options);
        for (var i = 0; i < 3_000; i++)
            miner.Add(LogTemplateMinerLimitsTests.Sentence(random, 600));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.True(held <= 3 * options.MaxBytes, $"It holds {held} bytes");
        GC.KeepAlive(miner);
    }

    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
