using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests;

/// <summary>A container of a pod.</summary>
/// <param name="Pod">The pod.</param>
/// <param name="List">The key of the list that it is in.</param>
/// <param name="Body">What it is.</param>
internal sealed record Container(PodTemplate Pod, string List, MapNode Body)
{
    /// <summary>What findings call it.</summary>
    public string Label => $"{Pod.Owner.Label}/{List}/{Body.TextAt("name") ?? "-"}";

    /// <summary>The user that it runs as: its own word, else the pod's.</summary>
    public string? User => Body.TextAt("securityContext.runAsUser") ?? Pod.Spec.TextAt("securityContext.runAsUser");

    /// <summary>True where a start as root is refused: by its own word, else the pod's.</summary>
    public bool IsNeverRoot => NodeReading.IsTrue(Body.At("securityContext.runAsNonRoot") ?? Pod.Spec.At("securityContext.runAsNonRoot"));

    /// <summary>What its system calls are filtered by: its own word, else the pod's.</summary>
    public string? Seccomp => Body.TextAt("securityContext.seccompProfile.type") ?? Pod.Spec.TextAt("securityContext.seccompProfile.type");

    /// <summary>A place in it.</summary>
    /// <param name="path">The keys, separated by dots.</param>
    /// <param name="detail">What is wrong there, or null.</param>
    /// <returns>The place: the last key that is there.</returns>
    public Spot At(string path, string? detail = null) => new(Body.LineOf(path, Body.Mark.Line), Label, detail);
}
