using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class NoveltyMemoryTests
{
    [Fact]
    public void Observe_Values_ReturnsDistanceToNearest()
    {
        var memory = new NoveltyMemory(128);

        Assert.Equal([0, 10, 4, 5, 0], new double[] { 0, 10, 4, 15, 4 }.Select(value => memory.Observe((float)value)));
    }

    [Fact]
    public void Observe_MoreValuesThanCapacity_StaysWithinTheMeshOfTheExtremes()
    {
        var memory = new NoveltyMemory(128);
        for (var i = 0; i <= 1000; i++)
            memory.Observe(i * 617 % 1001);

        // 128 representatives cover a range of 1,000, so the mesh is about 1000 / 96.
        Assert.InRange(memory.Observe(1500), 500, 515);
        Assert.Equal(0, memory.Observe(0));
    }

    [Fact]
    public void Observe_ManyValues_IsTheNearestNeighbourWithinTheMesh()
    {
        var memory = new NoveltyMemory(384);
        var noise = new Noise(1);
        List<float> seen = [];
        for (var i = 0; i < 2000; i++)
        {
            var value = (float)noise.Next();
            var nearest = seen.Count == 0 ? 0 : seen.Min(other => Math.Abs((double)other - value));

            Assert.Equal(nearest, memory.Observe(value), 0.05);
            seen.Add(value);
        }
    }
}
