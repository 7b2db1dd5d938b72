using System.Globalization;
using Landfall.AIOps.Forecasting;

namespace Landfall.Evaluation.M4;

/// <summary>Forecasts every M4 hourly series that is there, 48 hours ahead.</summary>
internal sealed class M4Evaluation : IEvaluation
{
    private const string Published = "Doornik 0.410, Smyl 0.440, FFORMA 0.484";

    /// <inheritdoc/>
    public string Name => "m4";

    /// <inheritdoc/>
    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var series = M4Series.Read(context.Folder);
        var forecaster = new Forecaster();
        var narrow = new Forecaster(new ForecastOptions { Coverage = 0.5 });
        var forecasts = new List<Forecast>();
        var halves = new List<Forecast>();
        foreach (var one in series)
        {
            cancellation.ThrowIfCancellationRequested();
            var input = new ForecastInput(one.Train, one.Test.Length);
            forecasts.Add(forecaster.Predict(input));
            halves.Add(narrow.Predict(input));
        }

        if (context.DumpFolder is not null)
        {
            File.WriteAllLines(Path.Combine(context.DumpFolder, "Hourly-forecasts.csv"), series.Zip(forecasts, (one, forecast) =>
                one.Id + "," + string.Join(',', forecast.Point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
        }

        var data = string.Create(CultureInfo.InvariantCulture, $"M4 hourly, {series.Count} series");
        var ours = M4Score.Mean([.. series.Zip(forecasts, (one, forecast) => M4Score.Of(one, forecast.Point))]);
        var naive = M4Score.Mean([.. series.Select(one => M4Score.Of(one, DailyNaive(one)))]);
        return
        [
            new("seasonal naive", data, "OWA", naive.Owa, "0.627 on all 414", LowerIsBetter: true),
            new("Landfall forecaster", data, "OWA", ours.Owa, Published, 0.50, 0.41, LowerIsBetter: true),
            new("Landfall forecaster", data, "sMAPE", ours.Smape, "Smyl 9.328 on all 414", LowerIsBetter: true),
            new("Landfall forecaster", data, "MASE", ours.Mase, "Smyl 0.893 on all 414", LowerIsBetter: true),
            new("Landfall forecaster", data, "share inside 90 % interval", series.Zip(forecasts, Coverage).Average()),
            new("Landfall forecaster", data, "share inside 50 % interval", series.Zip(halves, Coverage).Average()),
        ];
    }

    private static double[] DailyNaive(M4Series series) =>
        [.. series.Test.Select((_, step) => series.Train[series.Train.Length - 24 + step % 24])];

    private static double Coverage(M4Series series, Forecast forecast) =>
        series.Test.Select((value, step) => value >= forecast.Lower[step] && value <= forecast.Upper[step] ? 1.0 : 0.0).Average();
}
