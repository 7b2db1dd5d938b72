using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>All executions of one operation of one node, before and during the incident.</summary>
internal sealed class OperationProfile(string node, string operation)
{
    // How often an error line is taken to occur, and with the weight of how many executions, before any was seen.
    private const double ErrorShare = 0.01;
    private const double ErrorWeight = 5;
    private const int LeastExecutions = 3;

    private readonly Dictionary<string, (int Before, int During)> executions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, (int Before, int During)>> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> firsts = new(StringComparer.Ordinal);

    public string Node => node;

    public string Operation => operation;

    /// <summary>How long executions take without what they call.</summary>
    public DurationSample OwnTime { get; } = new();

    public void Add(OperationRun run)
    {
        var path = run.Path();
        executions[path] = Count(executions.GetValueOrDefault(path), run.During);
        if (run.RemoteNode is null)
            OwnTime.Add(run.OwnMilliseconds(), run.During);
        foreach (var what in run.Seen)
        {
            if (!events.TryGetValue(what, out var strata))
                events[what] = strata = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
            strata[path] = Count(strata.GetValueOrDefault(path), run.During);
            if (run.During && (!firsts.TryGetValue(what, out var first) || run.Span.Start < first))
                firsts[what] = run.Span.Start;
        }
    }

    /// <summary>Events that became more or less frequent.</summary>
    public IEnumerable<Symptom> Behaviour()
    {
        int before = executions.Values.Sum(e => e.Before), during = executions.Values.Sum(e => e.During);
        if (before < LeastExecutions || during < LeastExecutions)
            yield break;
        foreach (var (what, strata) in events)
        {
            var failure = what == OperationRun.Failure || what.StartsWith(OperationRun.ErrorLine, StringComparison.Ordinal);
            var deviations = failure ? Failures(strata) : Proportion.Stratified(executions.Select(e =>
            {
                var hits = strata.GetValueOrDefault(e.Key);
                return ((double)hits.During, (double)e.Value.During, (double)hits.Before, (double)e.Value.Before);
            }));
            if (failure && deviations <= 0)
                continue;
            var text = string.Create(CultureInfo.InvariantCulture,
                $"{operation}: {what} in {strata.Values.Sum(s => s.During)} of {during} executions, before in {strata.Values.Sum(s => s.Before)} of {before}");
            yield return new Symptom(node, SymptomChannel.Behaviour, CauseKind.Code, deviations * deviations / 2, text,
                deviations > 0 && firsts.TryGetValue(what, out var first) ? first : null);
        }
    }

    // An error line that was not seen in a few executions is still not expected in the next.
    private double Failures(Dictionary<string, (int Before, int During)> strata)
    {
        double count = 0, expected = 0;
        foreach (var (path, (before, during)) in executions)
        {
            var hits = strata.GetValueOrDefault(path);
            count += hits.During;
            expected += during * (hits.Before + (ErrorShare * ErrorWeight)) / (before + ErrorWeight);
        }

        return Proportion.Above(count, expected);
    }

    private static (int Before, int During) Count((int Before, int During) counts, bool during) =>
        during ? (counts.Before, counts.During + 1) : (counts.Before + 1, counts.During);
}
