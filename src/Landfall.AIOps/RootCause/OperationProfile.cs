using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>All executions of one operation of one node, before and during the incident.</summary>
internal sealed class OperationProfile(string node, string operation)
{
    private readonly Dictionary<string, (int Before, int During, DateTimeOffset First)> events = new(StringComparer.Ordinal);
    private readonly List<double> ownBefore = [];
    private readonly List<double> ownDuring = [];

    /// <summary>How many executions there were before.</summary>
    public int Before => ownBefore.Count;

    /// <summary>How many there were during the incident.</summary>
    public int During => ownDuring.Count;

    public void Add(IEnumerable<string> seen, double ownMilliseconds, bool during, DateTimeOffset start)
    {
        (during ? ownDuring : ownBefore).Add(ownMilliseconds);
        foreach (var what in seen)
        {
            var counts = events.GetValueOrDefault(what);
            events[what] = during
                ? (counts.Before, counts.During + 1, counts.During == 0 || start < counts.First ? start : counts.First)
                : (counts.Before + 1, counts.During, counts.First);
        }
    }

    /// <summary>Events that became more or less frequent.</summary>
    public IEnumerable<Symptom> Behaviour()
    {
        foreach (var (what, counts) in events)
        {
            var difference = Proportion.Difference(counts.During, During, counts.Before, Before);
            var text = string.Create(CultureInfo.InvariantCulture,
                $"{operation}: {what} in {counts.During} of {During} executions, before in {counts.Before} of {Before}");
            var failure = what == "fails" || what.StartsWith("error ", StringComparison.Ordinal);
            if (failure && difference < 0)
                continue;
            yield return new Symptom(node, SymptomChannel.Behaviour, CauseKind.Code, Math.Abs(difference), text,
                counts.During > 0 && difference > 0 ? counts.First : null);
        }
    }

    /// <summary>Whether the operation spends more time in itself than before.</summary>
    public Symptom? OwnTime()
    {
        var before = ownBefore.Select(v => Math.Log(v + 0.1)).Order().ToArray();
        var during = ownDuring.Select(v => Math.Log(v + 0.1)).Order().ToArray();
        var scale = Math.Max(Robust.Scale(before), 0.1);
        var error = scale * Math.Sqrt((1.0 / before.Length) + (1.0 / during.Length)) * 1.25;
        double usual = Robust.Quantile(before, 0.5), seen = Robust.Quantile(during, 0.5);
        var strength = Math.Min((seen - usual) / error, 4 * (seen - usual) / scale);
        if (strength <= 0)
            return null;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{operation}: {Math.Exp(seen):0.#} ms in itself, usually {Math.Exp(usual):0.#} ms ({During} executions)");
        return new Symptom(node, SymptomChannel.Latency, CauseKind.Latency, strength, text, null);
    }
}
