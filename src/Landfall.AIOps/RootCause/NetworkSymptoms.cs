namespace Landfall.AIOps.RootCause;

/// <summary>
/// Finds the node whose network is slow. A slow call alone does not say at which end the trouble is; the end at which
/// more of the other calls are slow too is the likelier one.
/// </summary>
internal static class NetworkSymptoms
{
    public static IEnumerable<Symptom> Find(IReadOnlyList<LinkProfile> links, double total)
    {
        var rises = links.Select(l => (Link: l, Rise: l.UnderWay.Rise(total))).ToList();
        foreach (var node in links.SelectMany(l => new[] { l.To, l.From }).Distinct(StringComparer.Ordinal))
        {
            var own = rises.Where(r => r.Link.From == node || r.Link.To == node).ToList();
            var slow = own.Where(r => r.Rise is { Strength: > 3 }).ToList();
            if (slow.Count == 0)
                continue;
            var worst = slow.MaxBy(r => r.Rise!.Value.Strength);
            double calls = own.Sum(r => r.Link.Calls), affected = slow.Sum(r => r.Link.Calls);
            var (strength, text, additional) = worst.Rise!.Value;
            yield return new Symptom(node, SymptomChannel.Latency, CauseKind.Network, strength * affected / calls,
                $"calls from {worst.Link.From} to {worst.Link.To} are {text} under way", null, additional);
        }
    }
}
