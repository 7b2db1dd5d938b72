using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>Durations of the same work before and during the incident, in milliseconds.</summary>
internal sealed class DurationSample
{
    private const int Least = 3;
    private const double FewValues = 10;

    // A rise has to make up this share of the time of all requests to count fully.
    private const double Noticeable = 0.03;

    private readonly List<double> before = [];
    private readonly List<double> during = [];

    public void Add(double milliseconds, bool isDuring) => (isDuring ? during : before).Add(milliseconds);

    /// <summary>How far the durations rose; null when they did not, or when there are too few.</summary>
    /// <param name="total">The time of all requests during the incident, in milliseconds.</param>
    public (double Strength, string Text, double Additional)? Rise(double total)
    {
        if (before.Count < Least || during.Count < Least)
            return null;
        var usual = Logarithms(before);
        var seen = Logarithms(during);
        var scale = Math.Max(Robust.Scale(usual), 0.1);
        double low = Robust.Quantile(usual, 0.5), high = Robust.UpperHalf(seen);
        var additional = (during.Average() - before.Average()) * during.Count;
        var shift = (high - Robust.UpperHalf(usual)) / scale;
        if (shift <= 0 || additional <= 0 || total <= 0)
            return null;
        var certainty = 1 / (1 + (FewValues / Math.Min(before.Count, during.Count)));
        var strength = shift * Math.Sqrt(during.Count) * certainty * Math.Min(1, additional / total / Noticeable);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{Math.Exp(high):0.#} ms, usually {Math.Exp(low):0.#} ms ({during.Count} executions)");
        return (strength, text, additional);
    }

    private static double[] Logarithms(List<double> values) => [.. values.Select(v => Math.Log(v + 0.1)).Order()];
}
