using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>Durations of the same work before and during the incident, in milliseconds.</summary>
internal sealed class DurationSample
{
    private const int Least = 3;

    // A rise has to make up this share of the time of all requests to count fully.
    private const double Noticeable = 0.1;

    private readonly List<double> before = [];
    private readonly List<double> during = [];

    public void Add(double milliseconds, bool isDuring) => (isDuring ? during : before).Add(milliseconds);

    /// <summary>
    /// How far the durations rose: how sure it is that they did (the rank test of Mann and Whitney), times how often
    /// they doubled. Null when they did not, or when there are too few.
    /// </summary>
    /// <param name="total">The time of all requests during the incident, in milliseconds.</param>
    public (double Strength, string Text, double Additional)? Rise(double total)
    {
        if (before.Count < Least || during.Count < Least || !(total > 0))
            return null;
        before.Sort();
        during.Sort();
        var usual = Robust.Quantile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(before), 0.5);
        var seen = Robust.Quantile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(during), 0.5);
        var additional = (seen - usual) * during.Count;
        var deviations = RankDeviations();
        if (seen <= usual || deviations <= 0)
            return null;
        var strength = deviations * deviations / 2 * Math.Log2((seen + 0.1) / (usual + 0.1)) * Math.Min(1, additional / total / Noticeable);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seen:0.#} ms, usually {usual:0.#} ms ({during.Count} executions)");
        return (strength, text, additional);
    }

    // Both lists are sorted. Ties count half.
    private double RankDeviations()
    {
        double wins = 0;
        int less = 0, notMore = 0;
        foreach (var value in during)
        {
            while (less < before.Count && before[less] < value)
                less++;
            notMore = Math.Max(notMore, less);
            while (notMore < before.Count && before[notMore] <= value)
                notMore++;
            wins += (less + notMore) / 2.0;
        }

        double n = before.Count, m = during.Count;
        return (wins - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
    }
}
