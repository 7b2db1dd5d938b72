namespace Landfall.AIOps.RootCause;

/// <summary>
/// Finds the node whose network is slow. A slow call alone does not say at which end the trouble is; the end at which
/// more calls are slow, and fewer are not, is the likelier one, and the other end is then excused.
/// </summary>
internal static class NetworkSymptoms
{
    // How strong a rise has to be before a call counts as slow.
    private const double Slow = 3;

    public static IEnumerable<Symptom> Find(IReadOnlyList<LinkProfile> links, double total)
    {
        var slow = links.Select(l => (Link: l, Rise: l.UnderWay.Rise(total) ?? default)).Where(r => r.Rise.Strength > Slow).ToList();
        var strengths = links.SelectMany(l => new[] { l.To, l.From }).Distinct(StringComparer.Ordinal).ToDictionary(n => n, n =>
        {
            var own = slow.Where(r => r.Link.Joins(n)).ToList();
            double calls = links.Where(l => l.Joins(n)).Sum(l => l.Calls), affected = own.Sum(r => r.Link.Calls);
            return affected > 0 ? own.Sum(r => r.Rise.Strength) * affected / calls : 0;
        });
        foreach (var (node, strength) in strengths)
        {
            var own = slow.Where(r => r.Link.Joins(node) && strength >= strengths[r.Link.OtherEnd(node)]).ToList();
            if (own.Count == 0)
                continue;
            var worst = own.MaxBy(r => r.Rise.Strength);
            yield return new Symptom(node, SymptomChannel.Latency, CauseKind.Network, strength,
                $"calls from {worst.Link.From} to {worst.Link.To} are {worst.Rise.Text} under way", null, own.Sum(r => r.Rise.Additional));
        }
    }
}
