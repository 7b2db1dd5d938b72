using System.Globalization;
using Landfall.Kubernetes.Diagnosis;

namespace Landfall.Evaluation.CloudOpsBench;

/// <summary>Finds the causes of recorded Kubernetes incidents, with and without their logs.</summary>
internal sealed class CloudOpsBenchEvaluation : IEvaluation
{
    private const string Method = "Landfall Kubernetes diagnosis";
    private const string Published = "agents on all 452 cases: DeepSeek-V3.2 .73/.79, GPT-5 .67/.75";

    /// <inheritdoc/>
    public string Name => "cloudopsbench";

    /// <inheritdoc/>
    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var incidents = Incident.Read(context.Folder).ToList();
        var answers = incidents.Select(incident => (Incident: incident, Findings: ClusterDiagnosis.Of(incident.Snapshot))).ToList();
        var withoutLogs = incidents.Select(incident => (Incident: incident, Findings: ClusterDiagnosis.Of(incident.Snapshot with { Logs = new Dictionary<string, IReadOnlyList<string>>() }))).ToList();
        var shifted = incidents.Select(incident => (Incident: incident, Findings: ClusterDiagnosis.Of(ShiftedIncident.Read(Path.Combine(context.Folder, incident.Id))))).ToList();
        if (context.DumpFolder is not null)
            File.WriteAllLines(Path.Combine(context.DumpFolder, "incidents.csv"), answers.Select(answer => $"{answer.Incident.Id},{answer.Incident.Object},{answer.Incident.Causes[0]},{string.Join(' ', answer.Findings.Take(3).Select(f => $"{f.Object}:{f.Cause.Name}:{f.Confidence.ToString(CultureInfo.InvariantCulture)}"))}"));

        var data = string.Format(CultureInfo.InvariantCulture, "CloudOpsBench, {0} incidents of one system", incidents.Count);
        List<Measurement> rows =
        [
            new(Method, data, "A@1", Share(answers, 1), Published, Floor: 0.90, Goal: 0.98),
            new(Method, data, "A@3", Share(answers, 3)),
            new(Method, $"{data}, other dates and no complaint", "A@1", Share(shifted, 1)),
            new(Method, $"{data}, without logs", "A@1", Share(withoutLogs, 1)),
            new(Method, data, "object alone, A@1", answers.Count(a => a.Findings.FirstOrDefault()?.Object.ToString() == a.Incident.Object) / (double)answers.Count),
            new(Method, data, "cause alone, A@1", answers.Count(a => a.Findings.Count > 0 && a.Incident.Causes.Contains(a.Findings[0].Cause.Name)) / (double)answers.Count),
        ];
        rows.AddRange(answers.GroupBy(a => a.Incident.Taxonomy).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Measurement(Method, string.Format(CultureInfo.InvariantCulture, "{0}, {1} incidents", group.Key, group.Count()), "A@1", Share([.. group], 1))));
        return rows;
    }

    private static double Share(IReadOnlyList<(Incident Incident, IReadOnlyList<Finding> Findings)> answers, int first) =>
        answers.Count(answer => answer.Findings.Take(first).Any(answer.Incident.IsRight)) / (double)answers.Count;
}
