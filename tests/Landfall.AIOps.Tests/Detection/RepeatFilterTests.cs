using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class RepeatFilterTests
{
    [Fact]
    public void Observe_SameStrengthSoonAfter_IsHeldBack()
    {
        var filter = new RepeatFilter();

        Assert.Equal(3, filter.Observe(3));
        Assert.Equal(0, filter.Observe(3));
        Assert.Equal(0, filter.Observe(4));
    }

    [Fact]
    public void Observe_MuchStrongerSoonAfter_IsReported()
    {
        var filter = new RepeatFilter();
        filter.Observe(3);

        Assert.Equal(6, filter.Observe(6));
    }

    [Fact]
    public void Observe_SameStrengthMuchLater_IsReported()
    {
        var filter = new RepeatFilter();
        filter.Observe(3);
        for (var i = 0; i < 50; i++)
            filter.Observe(0);

        Assert.Equal(3, filter.Observe(3));
    }

    [Fact]
    public void Observe_SlowNewsOfTheSameStrengthAfterTheRest_IsHeldBackLonger()
    {
        var filter = new RepeatFilter();
        filter.Observe(3);
        for (var i = 0; i < 50; i++)
            filter.Observe(0);

        Assert.Equal(0, filter.Observe(2, slow: true));
        Assert.Equal(2, filter.Observe(2));
    }
}
