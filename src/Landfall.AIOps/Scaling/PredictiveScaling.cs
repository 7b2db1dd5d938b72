using Landfall.AIOps.Forecasting;
using MathNet.Numerics.Distributions;

namespace Landfall.AIOps.Scaling;

/// <summary>
/// Turns the demand so far into a schedule of minimum task counts: the hourly means are forecast, the spread of minutes
/// around their hour is taken to grow with the mean as that of counts does (over-dispersed Poisson; McCullagh and Nelder,
/// "Generalized Linear Models", 1989), and tasks are started early enough to serve when they are needed.
/// </summary>
/// <param name="options">The settings, or null for the defaults.</param>
public sealed class PredictiveScaling(PredictiveScalingOptions? options = null)
{
    private const int Hour = 60;

    /// <summary>Older demand is not looked at: eight weeks.</summary>
    private const int MostHours = 8 * 7 * 24;

    /// <summary>The hours from which the spread of minutes is learned: two weeks.</summary>
    private const int SpreadHours = 2 * 7 * 24;

    private const double ForecastCoverage = 0.9;

    private readonly PredictiveScalingOptions _options = options ?? new PredictiveScalingOptions();
    private readonly Forecaster _forecaster = new(new ForecastOptions { Coverage = ForecastCoverage });

    /// <summary>Plans the minutes that follow the known demand.</summary>
    /// <param name="demand">Requests in each minute, oldest first; NaN where unknown.</param>
    /// <param name="task">What a task can do.</param>
    /// <param name="minutes">How many minutes to plan, at least 1.</param>
    public ScalingSchedule Plan(ReadOnlySpan<double> demand, TaskProfile task, int minutes)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        var hours = HoursOf(demand);
        var horizon = (minutes + task.StartMinutes + _options.SlotMinutes) / Hour + 2;
        var forecast = _forecaster.Predict(new ForecastInput(hours, horizon));
        var dispersion = Dispersion(demand, hours);
        var quantile = Normal.InvCDF(0, 1, _options.Confidence);
        var toDeviation = 1 / Normal.InvCDF(0, 1, 0.5 + ForecastCoverage / 2);
        var last = hours.Length > 0 && double.IsFinite(hours[^1]) ? hours[^1] : forecast.Point[0];

        var slots = new int[(minutes + _options.SlotMinutes - 1) / _options.SlotMinutes];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            // A slot must also cover what will be needed by the time that a task started at its end serves.
            var end = (slot + 1) * _options.SlotMinutes + task.StartMinutes;
            for (var minute = slot * _options.SlotMinutes; minute < end; minute++)
            {
                var mean = Math.Max(0, Between(minute, last, forecast.Point));
                var uncertain = Between(minute, 0, [.. forecast.Upper.Zip(forecast.Point, (u, p) => (u - p) * toDeviation)]);
                var upper = mean + quantile * Math.Sqrt(dispersion * mean + uncertain * uncertain);
                slots[slot] = Math.Max(slots[slot], task.Needed(upper));
            }
        }

        return new ScalingSchedule(_options.SlotMinutes, slots);
    }

    /// <summary>Mean demand of each whole hour, the last one ending with the last known minute.</summary>
    private static double[] HoursOf(ReadOnlySpan<double> demand)
    {
        var count = Math.Min(demand.Length / Hour, MostHours);
        var hours = new double[count];
        var first = demand.Length - count * Hour;
        for (var hour = 0; hour < count; hour++)
        {
            var (sum, known) = (0.0, 0);
            foreach (var value in demand.Slice(first + hour * Hour, Hour))
                (sum, known) = double.IsFinite(value) ? (sum + value, known + 1) : (sum, known);
            hours[hour] = known > 0 ? sum / known : double.NaN;
        }

        return hours;
    }

    /// <summary>The variance of a minute around its hour, relative to the hour's mean; 1 for independent requests.</summary>
    private static double Dispersion(ReadOnlySpan<double> demand, double[] hours)
    {
        var first = demand.Length - hours.Length * Hour;
        var (square, mean) = (0.0, 0.0);
        for (var hour = Math.Max(0, hours.Length - SpreadHours); hour < hours.Length; hour++)
        {
            foreach (var value in demand.Slice(first + hour * Hour, Hour))
            {
                if (!double.IsFinite(value))
                    continue;
                square += (value - hours[hour]) * (value - hours[hour]);
                mean += hours[hour];
            }
        }

        return mean > 0 ? Math.Max(1, square / mean) : 1;
    }

    /// <summary>A line through the middles of the hours.</summary>
    private static double Between(int minute, double last, IReadOnlyList<double> hours)
    {
        var position = (minute + 0.5) / Hour - 0.5;
        var left = (int)Math.Floor(position);
        var share = position - left;
        var from = left < 0 ? last : hours[Math.Min(left, hours.Count - 1)];
        return from * (1 - share) + hours[Math.Min(left + 1, hours.Count - 1)] * share;
    }
}
