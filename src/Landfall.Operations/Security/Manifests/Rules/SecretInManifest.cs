using System.Text;
using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A Secret with its values stands in a file.</summary>
internal sealed class SecretInManifest() : ObjectRule(new(
    "k8s-secret-in-manifest", "A Secret's values stand in the file", Severity.High, "CIS Kubernetes 5.4.2",
    "Base64 hides nothing: everybody who reads the repository reads the secret.",
    "Keep the values in a secret store, and let a controller write the Secret: External Secrets, Sealed Secrets, SOPS."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(ManifestObject one)
    {
        // What SOPS has encrypted says so.
        if (one is not { Kind: "Secret", ApiVersion: "v1" } || one.Root.Find("sops") is not null)
            return [];
        return Values(one, "stringData", text => text).Concat(Values(one, "data", Decoded)).Take(1);
    }

    private static IEnumerable<Spot> Values(ManifestObject one, string key, Func<string, string> read) =>
        (one.Root.At(key) as MapNode)?.Entries.Where(e => e.Value is ScalarNode { IsNull: false } value && SecretValue.IsPlain(read(value.Text)) && !value.Text.StartsWith("ENC[", StringComparison.Ordinal))
            .Select(e => new Spot(e.KeyMark.Line, $"{one.Label}/{e.Key}")) ?? [];

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.ReplaceLineEndings(""), bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : text;
    }
}
