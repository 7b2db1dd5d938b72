using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class RollingMeansTests
{
    [Fact]
    public void Mean_Windows_AreMeansOfTheLastValues()
    {
        var means = new RollingMeans(2, 5);
        List<float> seen = [];
        for (var i = 0; i < 40; i++)
        {
            seen.Add(i * 37 % 11);
            means.Add(seen[^1]);

            Assert.Equal(seen.TakeLast(2).Average(), means.Mean(0), 1e-5f);
            Assert.Equal(seen.TakeLast(5).Average(), means.Mean(1), 1e-5f);
        }
    }

    [Fact]
    public void Mean_AfterHugeValueHasLeft_IsExactAgain()
    {
        var means = new RollingMeans(2, 5);
        means.Add(1e30f);
        for (var i = 0; i < 20; i++)
            means.Add(3);

        Assert.Equal(3, means.Mean(1));
    }

    [Fact]
    public void Clear_StartsAnew()
    {
        var means = new RollingMeans(2, 5);
        means.Add(100);
        means.Clear();
        means.Add(1);

        Assert.Equal(1, means.Mean(1));
    }
}
