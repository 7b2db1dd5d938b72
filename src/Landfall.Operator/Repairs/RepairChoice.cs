using Landfall.AIOps.Changes;
using Landfall.Operator.Incidents;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Repairs;

/// <summary>Chooses the playbook for a service that an incident affects.</summary>
/// <param name="playbooks">The playbooks, in the order in which they are tried.</param>
internal sealed class RepairChoice(IReadOnlyList<Playbook> playbooks)
{
    /// <summary>Chooses.</summary>
    /// <param name="file">The incident.</param>
    /// <param name="service">The service.</param>
    /// <param name="tried">The playbooks that were tried on it in this incident.</param>
    /// <returns>The first that fits; null where none does.</returns>
    public Playbook? For(CaseFile file, string service, IReadOnlyCollection<string> tried) =>
        playbooks.FirstOrDefault(one => !tried.Contains(one.Name) && one.When.Any(condition => Holds(condition, file, service)) && !one.Unless.Any(condition => Holds(condition, file, service)));

    private static bool Holds(PlaybookCondition condition, CaseFile file, string service)
    {
        var deployed = file.Incident.Changes.Concat(file.Notes.Done).Where(change => change.Node == service && change.Kind == ChangeKind.Deployment).ToList();
        return condition.Kind switch
        {
            PlaybookConditionKind.Deployment => deployed.Count > 0,

            // The last that Landfall brought to it: a release that was rolled back or deployed over since is not what runs.
            PlaybookConditionKind.Release => file.Incident.Cause?.Node == service
                && deployed.Where(change => change.Source == ChangeSource.Landfall).MaxBy(change => change.Time) is { } last
                && ChangeSource.IsRelease(last) && last.Time <= file.Incident.Started,
            _ => file.Notes.Investigations.Any(one => one.Node == service && one.Findings.Any(finding => finding.Id == condition.Finding)),
        };
    }
}
