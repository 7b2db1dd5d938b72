using System.Text.Json.Nodes;
using Landfall.Config.Values;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Keeps the names of CDN distributions that go in the certificate that they share with those that stay. CloudFront refuses a
/// distribution whose certificate does not cover each of its names (<c>InvalidViewerCertificate</c>, CloudFront Developer
/// Guide, "Requirements for using alternate domain names"), and a certificate for other names is another one in its place.
/// </summary>
internal static class CertificateCover
{
    private const string Distribution = "AWS::CloudFront::Distribution";
    private const string Certificate = "AWS::CertificateManager::Certificate";

    /// <summary>Adds the names.</summary>
    /// <param name="deployed">The deployed template.</param>
    /// <param name="wanted">The wanted one.</param>
    /// <param name="template">The template of the shared pass, which is not changed.</param>
    /// <returns>The template, or a changed copy.</returns>
    public static JsonObject Apply(JsonObject deployed, JsonObject wanted, JsonObject template)
    {
        var before = deployed.OfType(Certificate).ToDictionary(c => c.Id, c => c.Entry, StringComparer.Ordinal);
        var aliases = template.OfType(Distribution).Where(d => wanted["Resources"]?[d.Id] is null).ToLookup(d => CertificateOf(d.Entry), d => Aliases(d.Entry));
        JsonObject? changed = null;
        foreach (var (id, certificate) in template.OfType(Certificate).Where(c => before.ContainsKey(c.Id)))
        {
            var (names, old) = (Names(certificate), Names(before[id]));
            var kept = aliases[id].SelectMany(alias => alias).Where(alias => !names.Any(name => HostNames.Covers(name, alias)))
                .Select(alias => old.FirstOrDefault(name => HostNames.Covers(name, alias))).OfType<string>().Distinct().ToList();
            if (kept.Count > 0)
                (changed ??= template.DeepClone().AsObject())["Resources"]![id] = With(kept, certificate, before[id]);
        }

        return changed ?? template;
    }

    /// <summary>The wanted certificate with some names of the old one; the old one itself where that has them all, so that it stays.</summary>
    private static JsonNode With(IReadOnlyList<string> kept, JsonObject certificate, JsonObject before)
    {
        if (Names(certificate).Concat(kept).ToHashSet(StringComparer.Ordinal).SetEquals(Names(before)) && Names(certificate)[0] == Names(before)[0])
            return before.DeepClone();
        var changed = certificate.DeepClone();
        var properties = changed["Properties"]!.AsObject();
        Add(properties, "SubjectAlternativeNames", kept.Select(name => JsonValue.Create(name)));
        Add(properties, "DomainValidationOptions", (before["Properties"]?["DomainValidationOptions"] as JsonArray ?? [])
            .Where(option => kept.Contains((string?)option?["DomainName"])).Select(option => option?.DeepClone()));
        return changed;
    }

    private static void Add(JsonObject properties, string list, IEnumerable<JsonNode?> more) =>
        properties[list] = new JsonArray([.. (properties[list] as JsonArray ?? []).Select(item => item?.DeepClone()), .. more]);

    private static string? CertificateOf(JsonObject distribution) =>
        (string?)(distribution["Properties"]?["DistributionConfig"]?["ViewerCertificate"]?["AcmCertificateArn"] as JsonObject)?["Ref"];

    private static IEnumerable<string> Aliases(JsonObject distribution) => Texts(distribution["Properties"]?["DistributionConfig"]?["Aliases"]);

    private static IReadOnlyList<string> Names(JsonObject certificate) =>
        [.. Texts(new JsonArray(certificate["Properties"]?["DomainName"]?.DeepClone())), .. Texts(certificate["Properties"]?["SubjectAlternativeNames"])];

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonValue>().Select(text => text.ToString());
}
