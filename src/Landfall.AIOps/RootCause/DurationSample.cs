using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>Durations of the same work before and during the incident, in milliseconds.</summary>
internal sealed class DurationSample
{
    private const int Least = 3;

    // A rise has to make up this share of the time of all requests to count fully.
    private const double Noticeable = 0.1;

    private readonly List<double> _before = [];
    private readonly List<double> _during = [];

    public void Add(double milliseconds, bool isDuring) => (isDuring ? _during : _before).Add(milliseconds);

    /// <summary>
    /// How far the durations rose: how sure it is that they did (the rank test of Mann and Whitney), times how often
    /// they doubled. Null when they did not, or when there are too few.
    /// </summary>
    /// <param name="total">The time of all requests during the incident, in milliseconds.</param>
    public (double Strength, string Text, double Additional)? Rise(double total)
    {
        if (_before.Count < Least || _during.Count < Least || !(total > 0))
            return null;
        _before.Sort();
        _during.Sort();
        var usual = Robust.Quantile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_before), 0.5);
        var seen = Robust.Quantile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_during), 0.5);
        var additional = (seen - usual) * _during.Count;
        var deviations = RankDeviations();
        if (seen <= usual || deviations <= 0)
            return null;
        var strength = deviations * deviations / 2 * Math.Log2((seen + 0.1) / (usual + 0.1)) * Math.Min(1, additional / total / Noticeable);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seen:0.#} ms, usually {usual:0.#} ms ({_during.Count} executions)");
        return (strength, text, additional);
    }

    // Both lists are sorted. Ties count half.
    private double RankDeviations()
    {
        double wins = 0;
        int less = 0, notMore = 0;
        foreach (var value in _during)
        {
            while (less < _before.Count && _before[less] < value)
                less++;
            notMore = Math.Max(notMore, less);
            while (notMore < _before.Count && _before[notMore] <= value)
                notMore++;
            wins += (less + notMore) / 2.0;
        }

        double n = _before.Count, m = _during.Count;
        return (wins - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
    }
}
