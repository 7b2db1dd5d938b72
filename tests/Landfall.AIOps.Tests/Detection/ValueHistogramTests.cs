using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class ValueHistogramTests
{
    [Fact]
    public void ShareBelow_ThousandValues_IsTheirRank()
    {
        var histogram = new ValueHistogram();
        for (var i = 0; i < 1000; i++)
            histogram.Add(i * 617 % 1000);

        Assert.Equal(0.25, histogram.ShareBelow(250), 0.01);
        Assert.Equal(0.9, histogram.ShareBelow(900), 0.01);
        Assert.Equal(1, histogram.ShareBelow(1000));
        Assert.Equal(0, histogram.ShareBelow(-1));
    }

    [Fact]
    public void Quantile_RangeGrows_IsTheValueWithThatShareBelow()
    {
        var histogram = new ValueHistogram();
        for (var i = 0; i < 5000; i++)
            histogram.Add(i % 2 == 0 ? i : -i);

        Assert.Equal(-4500, histogram.Quantile(0.05), 150.0);
        Assert.Equal(0, histogram.Quantile(0.5), 150.0);
        Assert.Equal(5000, histogram.Count);
    }

    [Fact]
    public void Quantile_EqualValues_IsThatValue()
    {
        var histogram = new ValueHistogram();
        for (var i = 0; i < 10; i++)
            histogram.Add(7);

        Assert.Equal(7, histogram.Quantile(0.99));
        Assert.Null(histogram.Extreme(7));
        Assert.Equal(1, histogram.Extreme(8));
    }
}
