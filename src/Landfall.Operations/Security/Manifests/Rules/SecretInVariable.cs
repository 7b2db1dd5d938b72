using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A secret stands in a container's variable.</summary>
internal sealed class SecretInVariable() : PodRule(new(
    "k8s-secret-in-variable", "A secret stands in a variable", Severity.High, "CIS Kubernetes 5.4.1",
    "Everybody who reads the manifest, or the pod, reads the secret.",
    "Keep it in a secret store, and refer to it: 'valueFrom.secretKeyRef'."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Containers.SelectMany(c => c.Body.ListAt("env")
            .Where(v => v.TextAt("name") is { } name && SecretName.IsOne(name) && v.TextAt("value") is { } value && SecretValue.IsPlain(value) && !value.Contains("$(", StringComparison.Ordinal))
            .Select(v => new Spot(v.LineOf("value", v.Mark.Line), $"{c.Label}/env/{v.TextAt("name")}").FixedBy(Fix(pod, v))));

    /// <summary>The pod does not start before somebody has made the secret: nothing runs with a wrong value.</summary>
    private static IReadOnlyList<Edit> Fix(PodTemplate pod, ConfigNode variable)
    {
        var secret = pod.Owner.Name == "-" ? "secrets" : $"{pod.Owner.Name.TrimEnd('-')}-secrets";
        var reference = new JsonObject { ["secretKeyRef"] = new JsonObject { ["name"] = secret, ["key"] = variable.TextAt("name") } };
        return variable is MapNode map ? [new ReplaceEntry(map, "value", "valueFrom", reference)] : [];
    }
}
