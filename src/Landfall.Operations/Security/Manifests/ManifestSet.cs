using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests;

/// <summary>The objects of a file.</summary>
/// <param name="Objects">The objects, those of lists too.</param>
internal sealed record ManifestSet(IReadOnlyList<ManifestObject> Objects)
{
    /// <summary>Finds the objects of documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <returns>The objects.</returns>
    public static ManifestSet Of(IEnumerable<ConfigNode> documents) => new([.. documents.SelectMany(InDocument)]);

    private static IEnumerable<ManifestObject> InDocument(ConfigNode document)
    {
        if (document is not MapNode map || map.TextAt("kind") is not { } kind || map.TextAt("apiVersion") is not { } version)
            return [];
        return kind.EndsWith("List", StringComparison.Ordinal) && map.At("items") is ListNode list
            ? list.Items.SelectMany(InDocument) : [new ManifestObject(kind, version, map)];
    }
}
