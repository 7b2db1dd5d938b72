namespace Landfall.Config.Overrides;

/// <summary>One step down from a place of a resource.</summary>
/// <param name="Node">What CloudFormation takes there; null where anything goes.</param>
/// <param name="IsItem">True for an item of a list.</param>
/// <param name="Unknown">
/// Null where the step is allowed; otherwise the names that are: <c>*</c> alone for the number of an item, none where
/// nothing can be below.
/// </param>
internal sealed record SchemaWalk(SchemaNode? Node, bool IsItem = false, IReadOnlyList<string>? Unknown = null)
{
    /// <summary>Steps down.</summary>
    /// <param name="node">The place.</param>
    /// <param name="part">A property's name or an item's number.</param>
    public static SchemaWalk Below(SchemaNode node, string part)
    {
        var kinds = node.Kinds;
        if (kinds.Contains("array"))
        {
            return PatchPath.IsIndex(part) ? new SchemaWalk(node.Items, IsItem: true) : new SchemaWalk(null, Unknown: ["*"]);
        }

        if (node.Properties.TryGetValue(part, out var property))
        {
            return new SchemaWalk(property);
        }

        var alternatives = node.Alternatives.Select(alternative => Below(alternative, part)).ToList();
        if (alternatives.Count > 0)
        {
            return alternatives.FirstOrDefault(walk => walk.Unknown is null)
                ?? new SchemaWalk(null, Unknown: [.. alternatives.SelectMany(walk => walk.Unknown!).Distinct()]);
        }

        return node.IsClosed ? new SchemaWalk(null, Unknown: [.. node.Properties.Keys])
            : kinds.Count == 0 || kinds.Contains("object") ? new SchemaWalk(node.Values)
            : new SchemaWalk(null, Unknown: []);
    }
}
