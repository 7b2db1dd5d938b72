using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>Turns a ranking into candidates with evidence in words and numbers.</summary>
internal static class ReportWriter
{
    private const int MostEvidence = 8;
    private const int MostNames = 5;

    /// <summary>The report for a ranking that is not empty.</summary>
    public static RootCauseReport Write(
        IReadOnlyList<RankedNode> ranked, bool isVisible, DateTimeOffset onset, IncidentTarget? target, RootCauseOptions options)
    {
        var total = ranked.Sum(r => Weight(r, ranked[0]));

        // However far the first is ahead of the others, weak symptoms stay weak.
        var certainty = 1 - Math.Exp(-ranked[0].Own);
        var candidates = ranked.Take(options.MaxCandidates)
            .Select(r => Candidate(r, certainty * Weight(r, ranked[0]) / total, target)).ToList();
        var best = candidates[0];
        return isVisible
            ? new RootCauseReport(RootCauseVerdict.CauseFound, onset, candidates, string.Create(CultureInfo.InvariantCulture,
                $"{best.Node} is the likely cause ({best.Confidence:0%}): {best.Evidence[0].Text}."))
            : new RootCauseReport(RootCauseVerdict.CauseNotVisible, onset, candidates,
                $"Trouble is first seen at {best.Node} ({best.Evidence[0].Text}), but nothing there or below it shows where it comes from.");
    }

    private static double Weight(RankedNode node, RankedNode best) => Math.Exp(2 * (node.Score - best.Score));

    private static RootCauseCandidate Candidate(RankedNode node, double confidence, IncidentTarget? target)
    {
        var profile = node.Profile;
        var evidence = profile.Symptoms.OrderByDescending(s => s.Strength)
            .Select(s => new Evidence(s.Node, s.Kind, s.Text, s.Strength, s.Since)).Take(MostEvidence).ToList();
        var kind = KindOf(profile);
        if (node.Coverage.Explained.Count > 0)
        {
            var names = string.Join(", ", node.Coverage.Explained.Take(MostNames)) + (node.Coverage.Explained.Count > MostNames ? ", …" : "");
            evidence.Add(new Evidence(profile.Node, kind, string.Create(CultureInfo.InvariantCulture,
                $"would explain {node.Coverage.Share:0%} of all symptoms, those of {names} included"), 0));
        }

        if (node.VolumeShare is { } share && target is not null && target.Node != profile.Node)
        {
            evidence.Add(new Evidence(profile.Node, kind, string.Create(CultureInfo.InvariantCulture,
                $"has {share:0%} of the additional waiting or failures at {target.Node}"), 0));
        }

        if (node.ExplainedBy is { } other)
        {
            evidence.Add(new Evidence(other.Node, kind, string.Create(CultureInfo.InvariantCulture,
                $"against it: {other.Node}, which it depends on, explains {other.Share:0%} of its strongest symptom"), 0));
        }

        if (!node.Coverage.ReachesTarget && target is not null)
            evidence.Add(new Evidence(profile.Node, kind, $"against it: {target.Node} is not known to depend on it", 0));
        return new RootCauseCandidate(profile.Node, node.Score, confidence, kind, evidence);
    }

    // A shortage of the node itself is what makes it slow or fail, if it is of about the same strength.
    private static CauseKind KindOf(NodeProfile profile)
    {
        var strongest = profile.Symptoms.MaxBy(s => s.Strength)!;
        var shortage = profile.Symptoms.Where(s => s.Channel == SymptomChannel.Resource && s.Kind != CauseKind.Unknown).MaxBy(s => s.Strength);
        return shortage is not null && Math.Log(1 + shortage.Strength) >= 0.6 * Math.Log(1 + strongest.Strength) ? shortage.Kind : strongest.Kind;
    }
}
