using Landfall.Evaluation.M4;

namespace Landfall.Evaluation.Tests.M4;

public sealed class M4ScoreTests
{
    [Fact]
    public void Of_WorkedByHand_GivesBothMeasures()
    {
        // Training values rise by 24 a day, so the scale of MASE is 24.
        var series = new M4Series("x", [.. Enumerable.Range(0, 72).Select(t => (double)t)], [10, 0, 30]);

        var score = M4Score.Of(series, [20, 0, 10]);

        // 200·10/30 = 66.667, nothing where both are 0, 200·20/40 = 100; mean 55.556. Mean error 10, over 24.
        Assert.Equal(55.5556, score.Smape, 1e-3);
        Assert.Equal(10 / 24.0, score.Mase, 1e-12);
        Assert.Equal(0.5 * (55.5556 / 18.383 + 10 / 24.0 / 2.395), score.Owa, 1e-5);
    }
}
