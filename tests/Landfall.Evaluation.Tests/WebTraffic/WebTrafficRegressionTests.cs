using Landfall.AIOps.Forecasting;
using Landfall.AIOps.Scaling;
using Landfall.Evaluation.WebTraffic;

namespace Landfall.Evaluation.Tests.WebTraffic;

/// <summary>Accuracy on a quick part of the public trace must not get worse unnoticed.</summary>
public sealed class WebTrafficRegressionTests
{
    [Fact]
    public void Forecaster_OneOriginADay_KeepsItsAccuracy()
    {
        var trace = Nasa();
        var (actual, known) = (trace.PerHour(), trace.PerHourOrMissing());
        var forecaster = new Forecaster();
        var (error, total) = (0.0, 0.0);
        for (var origin = (int)(0.7 * actual.Length); origin + 48 <= actual.Length; origin += 24)
        {
            var point = forecaster.Predict(new ForecastInput(known[..origin], 48)).Point;
            error += point.Select((value, step) => Math.Abs(value - actual[origin + step])).Sum();
            total += actual.AsSpan(origin, 48).ToArray().Sum();
        }

        Assert.InRange(error / total, 0, 0.135);
    }

    [Fact]
    public void Replay_ThreeDays_ShippedPolicyKeepsItsPromise()
    {
        var demand = Nasa().PerMinuteOrMissing();
        var from = (int)(0.7 * demand.Length) / 60 * 60;
        var task = new TaskProfile(demand.Take(from).Where(double.IsFinite).Average());

        var report = new ScalingSimulator(task).Replay(demand.AsMemory(0, from + 3 * 1440), from, new PredictivePolicy(task));

        Assert.InRange(report.UnderProvisioned, 0, 0.003);
        Assert.InRange(report.OverProvisioned, 0, 0.15);
    }

    private static TrafficTrace Nasa()
    {
        var file = Path.Combine(PublicData.Folder("web-traffic"), "nasa.csv");
        Assert.SkipUnless(File.Exists(file), $"'{file}' is not there.");
        return TrafficTrace.Read(file);
    }
}
