using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>A template of CloudFormation's.</summary>
/// <param name="Root">The whole of it.</param>
/// <param name="Resources">Its resources.</param>
internal sealed record Template(MapNode Root, IReadOnlyList<TemplateResource> Resources)
{
    /// <summary>Reads one.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The template; null where the document has no resources.</returns>
    public static Template? Of(ConfigNode document)
    {
        if (document is not MapNode root || root.Find("Resources")?.Value is not MapNode resources)
            return null;
        var intrinsics = new Intrinsics(root);
        return new Template(root,
        [
            .. resources.Entries.Where(e => e.Value.TextAt("Type") is not null)
                .Select(e => new TemplateResource(e.Key, e.Value.TextAt("Type")!, (e.Value.At("Properties") as MapNode) ?? new MapNode(e.KeyMark, []), e.KeyMark.Line, intrinsics) { Body = e.Value as MapNode }),
        ]);
    }

    /// <summary>The resources of some types.</summary>
    public IEnumerable<TemplateResource> OfType(params IReadOnlyCollection<string> types) => Resources.Where(resource => types.Contains(resource.Type));

    /// <summary>The resource that a value refers to.</summary>
    /// <param name="value">The value, as it is written.</param>
    /// <returns>The resource, or null.</returns>
    public TemplateResource? Target(ConfigNode? value) => value is not MapNode { Entries: [var entry] } ? null
        : (entry.Key, entry.Value) switch
        {
            ("Ref", ScalarNode id) => Resources.FirstOrDefault(r => r.Id == id.Text),
            ("Fn::GetAtt", ListNode { Items: [ScalarNode id, ..] }) => Resources.FirstOrDefault(r => r.Id == id.Text),
            ("Fn::GetAtt", ScalarNode text) => Resources.FirstOrDefault(r => r.Id == text.Text.Split('.')[0]),
            _ => null,
        };
}
