using k8s;
using k8s.Models;
using YamlDotNet.Core;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads objects of YAML or JSON, one or many to a text, lists among them.</summary>
internal static class Manifests
{
    /// <returns>The objects whose kind the client knows; others, and what does not parse, are left out.</returns>
    public static IEnumerable<IKubernetesObject<V1ObjectMeta>> Read(string text) =>
        SplitDocuments(text).SelectMany(One).OfType<IKubernetesObject<V1ObjectMeta>>();

    private static List<object> One(string document)
    {
        try
        {
            return KubernetesYaml.LoadAllFromString(document);
        }
        catch (Exception e) when (e is YamlException or KeyNotFoundException or InvalidCastException or FormatException or InvalidOperationException)
        {
            return []; // a kind that the client has no class for, or a broken document: no rule can say anything of it
        }
    }

    private static IEnumerable<string> SplitDocuments(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n---").Where(document => document.Contains("kind", StringComparison.Ordinal));
}
