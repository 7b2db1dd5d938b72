using Landfall.AIOps.Forecasting;
using Landfall.Evaluation.M4;

namespace Landfall.Evaluation.Tests.M4;

/// <summary>Accuracy on a quick part of the public data must not get worse unnoticed.</summary>
public sealed class M4RegressionTests
{
    /// <summary>What the committed forecaster reaches on every tenth series.</summary>
    private const double Baseline = 0.303;

    private const double Tolerance = 0.005;

    [Fact]
    public void Forecaster_EveryTenthSeries_KeepsItsAccuracy()
    {
        var folder = PublicData.Folder("m4");
        var series = M4Series.Read(folder).Where((_, index) => index % 10 == 0).ToList();
        Assert.SkipUnless(series.Count == 20, "the baseline is for the 198 series that are usually given");
        var forecaster = new Forecaster();

        var score = M4Score.Mean([.. series.Select(one =>
            M4Score.Of(one, forecaster.Predict(new ForecastInput(one.Train, one.Test.Length)).Point))]);

        Assert.InRange(score.Owa, 0, Baseline + Tolerance);
    }

    [Fact]
    public void SeasonalNaive_AllSeries_IsNearThePublishedFigure()
    {
        var series = M4Series.Read(PublicData.Folder("m4"));

        var score = M4Score.Mean([.. series.Select(one =>
            M4Score.Of(one, [.. one.Test.Select((_, step) => one.Train[^(24 - step % 24)])]))]);

        // 0.627 on all 414; a part of them comes close.
        Assert.InRange(score.Owa, 0.56, 0.69);
    }
}
