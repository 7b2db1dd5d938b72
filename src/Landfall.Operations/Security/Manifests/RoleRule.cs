using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests;

/// <summary>A rule for what roles allow.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class RoleRule(RuleFacts facts) : ObjectRule(facts)
{
    /// <inheritdoc />
    protected sealed override IEnumerable<Spot> Check(ManifestObject one) =>
        one.Kind is "Role" or "ClusterRole" ? one.Root.ListAt("rules").OfType<MapNode>().Where(rule => Breaks(one, rule)).Select(rule => new Spot(rule.Mark.Line, one.Label)) : [];

    /// <summary>Tells whether what a role allows breaks the rule.</summary>
    protected abstract bool Breaks(ManifestObject role, MapNode rule);

    /// <summary>Tells whether a list has one of these words.</summary>
    protected static bool Has(MapNode rule, string list, params ReadOnlySpan<string> words)
    {
        foreach (var text in rule.TextsAt(list))
        {
            if (words.Contains(text))
                return true;
        }

        return false;
    }
}
