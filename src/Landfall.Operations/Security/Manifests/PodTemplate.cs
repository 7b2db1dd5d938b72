using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests;

/// <summary>The pods of an object.</summary>
/// <param name="Owner">The object.</param>
/// <param name="Spec">What the pods are.</param>
/// <param name="Line">The line of it.</param>
internal sealed record PodTemplate(ManifestObject Owner, MapNode Spec, int Line)
{
    /// <summary>True for pods that end by themselves.</summary>
    public bool Ends => Owner.Kind is "Job" or "CronJob" || Spec.TextAt("restartPolicy") is "Never" or "OnFailure";

    /// <summary>True for pods that Windows runs, which knows none of Linux's rights.</summary>
    public bool IsWindows => Spec.TextAt("os.name") == "windows" || WindowsNode();

    /// <summary>Its containers, of all three kinds.</summary>
    public IEnumerable<Container> Containers =>
        ((string[])["containers", "initContainers", "ephemeralContainers"]).SelectMany(kind => Spec.ListAt(kind).OfType<MapNode>().Select(container => new Container(this, kind, container)));

    /// <summary>A place in it.</summary>
    /// <param name="path">The keys, separated by dots.</param>
    /// <param name="detail">What is wrong there, or null.</param>
    /// <returns>The place: the last key that is there.</returns>
    public Spot At(string path, string? detail = null) => new(Spec.LineOf(path, Line), Owner.Label, detail);

    // A key with a dot in it.
    private bool WindowsNode() => (Spec.At("nodeSelector") as MapNode)?.Find("kubernetes.io/os")?.Value is ScalarNode { Text: "windows" };
}
