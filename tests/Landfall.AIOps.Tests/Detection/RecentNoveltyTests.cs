using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class RecentNoveltyTests
{
    [Theory]
    [InlineData(500, false)]
    [InlineData(6000, true)]
    public void Observe_ValueSeenBefore_IsNewAgainOnlyAfterLong(int pause, bool isNew)
    {
        var novelty = new RecentNovelty(128);
        var noise = new Noise(2);
        for (var i = 0; i < 1000; i++)
            novelty.Observe((float)noise.Next());
        novelty.Observe(50);
        for (var i = 0; i < pause; i++)
            novelty.Observe((float)noise.Next());

        Assert.Equal(isNew, novelty.Observe(50) > 2);
    }
}
