using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests;

/// <summary>An object of Kubernetes'.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="ApiVersion">Its group and version.</param>
/// <param name="Root">The whole of it.</param>
internal sealed record ManifestObject(string Kind, string ApiVersion, MapNode Root)
{
    /// <summary>Its name.</summary>
    public string Name => Root.TextAt("metadata.name") ?? Root.TextAt("metadata.generateName") ?? "-";

    /// <summary>What findings call it.</summary>
    public string Label => $"{Kind}/{Name}";

    /// <summary>The line that it begins on.</summary>
    public int Line => Root.Mark.Line;

    /// <summary>Its pods; null where it has none.</summary>
    public PodTemplate? Pod
    {
        get
        {
            var path = Kind switch
            {
                "Pod" => "spec",
                "PodTemplate" => "template.spec",
                "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" => "spec.template.spec",
                "CronJob" => "spec.jobTemplate.spec.template.spec",

                // Rollout of Argo, DeploymentConfig of OpenShift, Service of Knative, and what others call theirs.
                _ => Root.At("spec.template.spec.containers") is ListNode ? "spec.template.spec" : null,
            };
            return path is not null && Root.At(path) is MapNode spec ? new PodTemplate(this, spec, Root.LineOf(path, Line)) : null;
        }
    }

    /// <summary>A place in it.</summary>
    /// <param name="path">The keys, separated by dots.</param>
    /// <param name="detail">What is wrong there, or null.</param>
    /// <returns>The place: the last key that is there.</returns>
    public Spot At(string path, string? detail = null) => new(Root.LineOf(path, Line), Label, detail);
}
