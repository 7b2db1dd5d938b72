using Landfall.AIOps.RootCause;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.Nezha;

/// <summary>Nezha (Yu et al., FSE 2023), TrainTicket: the injected service among the first k, from metrics, logs and traces.</summary>
internal sealed class NezhaEvaluation : IEvaluation
{
    public string Name => "nezha";

    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var rows = new List<Measurement>();
        var analyzer = new RootCauseAnalyzer();
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(context.Folder, "rca_data")).Order(StringComparer.Ordinal))
        {
            var date = Path.GetFileName(folder);
            var day = new NezhaDay(folder);
            var normal = new NezhaDay(Path.Combine(context.Folder, "construct_data", date));
            var incidents = day.Faults().Select(f => (Fault: f, Incident: NezhaCases.Of(day, normal, f))).ToList();
            var cases = Rank(i => i);

            CaseDump.Write(context.DumpFolder, date, cases);
            var data = $"Nezha TrainTicket {date}, {cases.Count} faults";
            rows.Add(new Measurement("Landfall root cause", data, "AS@1", cases.Average(c => c.Within(1) ? 1.0 : 0), "Nezha 86.7 % (both days)", 0.80, 0.95));
            rows.Add(new Measurement("Landfall root cause", data, "AS@3", cases.Average(c => c.Within(3) ? 1.0 : 0), "Nezha 97.8 % (both days)", 0.93, 1));
            rows.Add(new Measurement("Landfall root cause", data, "AS@1 with cause type", cases.Average(c => c.Within(1) && NezhaCases.SameKind(c.TrueKind!, c.Report.Candidates[0].Kind) ? 1.0 : 0)));
            rows.Add(new Measurement("Landfall root cause", data, "AS@3 with cause type", cases.Average(c => c.Within(3) && NezhaCases.SameKind(c.TrueKind!, c.Report.Candidates[c.Rank - 1].Kind) ? 1.0 : 0)));
            rows.AddRange(Perturbation.OfSources.Select(p => new Measurement(
                "Landfall root cause, made harder", data, $"AS@1, {p.Label}", Rank(i => p.Apply(i, new Random(0))).Average(c => c.Within(1) ? 1.0 : 0))));

            List<RankedCase> Rank(Func<IncidentCase, IncidentCase> change) => [.. incidents.Select(i =>
            {
                cancellation.ThrowIfCancellationRequested();
                return new RankedCase($"{date}/{i.Fault.Time:HH:mm:ss}", i.Fault.Service, i.Fault.Type, analyzer.Analyze(change(i.Incident)));
            })];
        }

        return rows;
    }
}
