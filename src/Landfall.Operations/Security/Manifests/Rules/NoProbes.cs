using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Nothing checks whether a container answers.</summary>
internal sealed class NoProbes() : PodRule(new(
    "k8s-no-probes", "Nothing checks whether a container answers", Severity.Low, "Kubernetes: configure liveness, readiness and startup probes",
    "Requests go to pods that do not answer, and a program that hangs stays.",
    "Add a 'readinessProbe', and a 'livenessProbe' where a new start helps."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Ends ? [] : pod.Containers.Where(c => c.List == "containers").SelectMany(c => ((string[])["readinessProbe", "livenessProbe"]).Where(probe => c.Body.At(probe) is null).Take(1)
            .Select(probe => c.At(probe, $"There is no '{probe}': {Facts.Reason}").FixedBy(Fix(c))));

    // A port that is declared is one that somebody listens on. Whether it answers rightly only its program's own path could tell.
    private static IReadOnlyList<Edit> Fix(Container container)
    {
        if (container.Body.ListAt("ports").FirstOrDefault(port => port.TextAt("protocol") is null or "TCP") is not { } port
            || !int.TryParse(port.TextAt("containerPort"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return [];
        }

        var edits = new List<Edit>();
        if (container.Body.At("readinessProbe") is null)
            edits.Add(new SetValue(container.Body, "readinessProbe", new JsonObject { ["tcpSocket"] = new JsonObject { ["port"] = number } }));
        // Restarts come late: two and a half minutes for a program that starts slowly.
        if (container.Body.At("livenessProbe") is null)
            edits.Add(new SetValue(container.Body, "livenessProbe", new JsonObject { ["tcpSocket"] = new JsonObject { ["port"] = number }, ["initialDelaySeconds"] = 30, ["periodSeconds"] = 20, ["failureThreshold"] = 6 }));
        return edits;
    }
}
