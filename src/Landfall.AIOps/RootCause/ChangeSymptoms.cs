using System.Globalization;
using Landfall.AIOps.Changes;

namespace Landfall.AIOps.RootCause;

/// <summary>Weighs changes and events by what they are and by how shortly they came before the onset.</summary>
internal static class ChangeSymptoms
{
    /// <summary>The changes near the onset, as symptoms of their nodes.</summary>
    public static IEnumerable<Symptom> Find(IncidentCase incident, DateTimeOffset onset, RootCauseOptions options)
    {
        foreach (var change in incident.Changes)
        {
            var (channel, kind, strength) = change.Kind switch
            {
                ChangeKind.OutOfMemory => (SymptomChannel.Resource, CauseKind.Memory, 30.0),
                ChangeKind.Infrastructure => (SymptomChannel.Resource, CauseKind.Change, 20),
                ChangeKind.StartFailure => (SymptomChannel.Errors, CauseKind.Errors, 20),
                ChangeKind.Restart => (SymptomChannel.Errors, CauseKind.Errors, 10),
                ChangeKind.Unhealthy => (SymptomChannel.Errors, CauseKind.Errors, 8),
                ChangeKind.Deployment or ChangeKind.Configuration => (SymptomChannel.Change, CauseKind.Change, 20),
                ChangeKind.Scaling => (SymptomChannel.Change, CauseKind.Change, 8),
                _ => (SymptomChannel.Change, CauseKind.Change, 5),
            };

            // What is a consequence may come after the onset; what is a cause came before it, most likely just before.
            var before = onset - change.Time;
            var isTrouble = channel != SymptomChannel.Change;
            if (before > options.ChangeWindow || -before > (isTrouble ? options.IncidentWindow : options.OnsetLateness))
                continue;
            var recency = before <= TimeSpan.Zero ? 1 : Math.Exp(-before / (options.ChangeWindow / 3));
            var when = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(before.TotalMinutes):0.#} min {(before >= TimeSpan.Zero ? "before" : "after")} the onset");
            yield return new Symptom(change.Node, channel, kind, strength * recency, $"{change.Summary} ({when})", change.Time);
        }
    }
}
