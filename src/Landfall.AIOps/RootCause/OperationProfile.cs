using System.Globalization;

namespace Landfall.AIOps.RootCause;

/// <summary>
/// All executions of one operation of one node, before and during the incident. What follows what in an execution is
/// counted for each chain of callers by itself.
/// </summary>
internal sealed class OperationProfile(string node, string operation)
{
    // How often an error line is taken to occur, and with the weight of how many executions, before any was seen.
    private const double ErrorShare = 0.01;
    private const double ErrorWeight = 5;
    private const int LeastExecutions = 3;
    private const string Begin = "begin";
    private const string End = "the end";

    private readonly Dictionary<(string Path, string After), Pair> _occurrences = [];
    private readonly Dictionary<(string After, string Next), Dictionary<string, Pair>> _steps = [];
    private readonly Dictionary<string, Pair> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _firsts = new(StringComparer.Ordinal);

    public string Node => node;

    public string Operation => operation;

    /// <summary>How long executions take without what they call.</summary>
    public DurationSample OwnTime { get; } = new();

    private Pair Executions { get; set; }

    /// <param name="run">The execution.</param>
    /// <param name="excused">
    /// Whether it failed in a way that was known before: then it is no surprise that steps are missing.
    /// </param>
    public void Add(OperationRun run, bool excused)
    {
        Executions = Executions.Plus(run.During);
        if (run.RemoteNode is null)
            OwnTime.Add(run.OwnMilliseconds(), run.During);
        var path = run.Path();
        var after = Begin;
        var once = new HashSet<(string, string)>();
        foreach (var what in run.Seen())
        {
            if (!excused && once.Add((after, what)))
                Count(path, after, what, run.During);
            if (once.Add(("", what)))
                _events[what] = _events.GetValueOrDefault(what).Plus(run.During);
            if (run.During && (!_firsts.TryGetValue(what, out var first) || run.Span.Start < first))
                _firsts[what] = run.Span.Start;
            after = what;
        }

        if (!excused)
            Count(path, after, End, run.During);
    }

    /// <summary>Failures that became more frequent, steps that are no longer taken, and events that were never seen before.</summary>
    /// <param name="known">What was seen before anywhere in the system: an error that is known says less than a new one.</param>
    public IEnumerable<Symptom> Behaviour(IReadOnlySet<string> known)
    {
        if (Executions.Before < LeastExecutions || Executions.During < LeastExecutions)
            yield break;
        foreach (var (what, seen) in _events)
        {
            var failure = OperationRun.IsFailure(what);
            var deviations = failure && !known.Contains(what)
                ? Proportion.Above(seen.During, Executions.During * (seen.Before + (ErrorShare * ErrorWeight)) / (Executions.Before + ErrorWeight))
                : Proportion.Difference(seen.During, Executions.During, seen.Before, Executions.Before) / (failure ? 1 : 2);
            if (!failure && seen.Before > 0)
                continue;
            if (deviations > 0)
                yield return Symptom(deviations, $"{what} in {seen.During} of {Executions.During} executions, before in {seen.Before} of {Executions.Before}", _firsts[what]);
        }

        // That something follows where the execution used to end is not a step that is missing.
        foreach (var ((after, next), strata) in _steps.Where(s => s.Key.Next != End))
        {
            var tables = strata.Select(s => (Step: s.Value, All: _occurrences[(s.Key, after)])).ToList();
            double taken = tables.Sum(t => t.Step.Before), all = tables.Sum(t => t.All.Before);
            var deviations = -Proportion.Stratified(tables.Select(t =>
                ((double)t.Step.During, (double)t.All.During, (double)t.Step.Before, (double)t.All.Before)));
            if (deviations <= 0)
                continue;

            // That one of several ways is taken less often may be due to the requests; that the only way is left is not.
            yield return Symptom(deviations * taken / all, string.Create(CultureInfo.InvariantCulture,
                $"after {after}, {next} follows {tables.Sum(t => t.Step.During)} of {tables.Sum(t => t.All.During)} times, before {taken} of {all}"), null);
        }

        foreach (var symptom in NewWays())
            yield return symptom;
    }

    // An end or an error that follows an event and never did before: an early return, an exception. How often that is to be expected is estimated from what was seen
    // only once before (Good and Turing).
    private IEnumerable<Symptom> NewWays()
    {
        foreach (var group in _steps.GroupBy(s => s.Key.After))
        {
            var ways = group.Select(s => (s.Key.Next, Before: s.Value.Values.Sum(p => p.Before), During: s.Value.Values.Sum(p => p.During))).ToList();
            int before = ways.Sum(w => w.Before), during = ways.Sum(w => w.During);
            var unseen = ways.Where(w => w.Before == 0 && (w.Next == End || OperationRun.IsFailure(w.Next))).Sum(w => w.During);
            if (before < LeastExecutions || unseen == 0)
                continue;
            var deviations = Proportion.Above(unseen, during * (ways.Count(w => w.Before == 1) + 0.5) / (before + 1.0));
            var most = ways.Where(w => w.Before == 0 && (w.Next == End || OperationRun.IsFailure(w.Next))).MaxBy(w => w.During);
            if (deviations > 0)
                yield return Symptom(deviations, $"after {group.Key}, {most.Next} follows {most.During} of {during} times, before never in {before}", null);
        }
    }

    private Symptom Symptom(double deviations, string text, DateTimeOffset? since) =>
        new(node, SymptomChannel.Behaviour, CauseKind.Code, deviations * deviations / 2, $"{operation}: {text}", since, null, operation);

    private void Count(string path, string after, string next, bool during)
    {
        _occurrences[(path, after)] = _occurrences.GetValueOrDefault((path, after)).Plus(during);
        if (!_steps.TryGetValue((after, next), out var strata))
            _steps[(after, next)] = strata = new Dictionary<string, Pair>(StringComparer.Ordinal);
        strata[path] = strata.GetValueOrDefault(path).Plus(during);
    }

    /// <summary>A count before and during the incident.</summary>
    private readonly record struct Pair(int Before, int During)
    {
        public Pair Plus(bool during) => during ? this with { During = During + 1 } : this with { Before = Before + 1 };
    }
}
