using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class NoveltyMemoryTests
{
    [Fact]
    public void Observe_Values_ReturnsDistanceToNearest()
    {
        var memory = new NoveltyMemory(16);

        Assert.Equal([0, 10, 4, 5, 0], new double[] { 0, 10, 4, 15, 4 }.Select(value => memory.Observe((float)value)));
    }

    [Fact]
    public void Observe_MoreValuesThanCapacity_StaysWithinTheMeshOfTheExtremes()
    {
        var memory = new NoveltyMemory(16);
        for (var i = 0; i <= 1000; i++)
            memory.Observe(i * 617 % 1001);

        // 16 representatives cover a range of 1,000, so the mesh is about 1000 / 12.
        Assert.InRange(memory.Observe(1500), 500, 600);
        Assert.Equal(0, memory.Observe(0));
    }
}
