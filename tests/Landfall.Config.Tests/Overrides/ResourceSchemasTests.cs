using System.Text.RegularExpressions;
using Landfall.Config.Overrides;

namespace Landfall.Config.Tests.Overrides;

public class ResourceSchemasTests
{
    [Fact]
    public void Generator_SameCfnLint_GivesTheCommittedTable() => GeneratedTable.Verify("resource-schemas.py");

    [Fact]
    public void Find_TypeOutsideOfTheTable_GivesNothing() => Assert.Null(ResourceSchemas.Find("Acme::Thing::Type"));

    [Fact]
    public void Find_EveryType_HasPatternsThatCanBeRead()
    {
        var patterns = ResourceSchemas.Types.SelectMany(type => Nodes(ResourceSchemas.Find(type)!.Root, 0)).Select(node => node.Pattern).OfType<string>().Distinct().ToList();

        Assert.True(patterns.Count > 50);
        Assert.All(patterns, pattern => _ = new Regex(pattern, RegexOptions.CultureInvariant));
    }

    // Schemas refer to themselves, such as a firewall's statements inside of others.
    private static IEnumerable<SchemaNode> Nodes(SchemaNode node, int depth)
    {
        var below = node.Properties.Values.Concat(node.Alternatives).Concat(node.Items is { } item ? [item] : []).Concat(node.Values is { } value ? [value] : []);
        return depth > 6 ? [] : below.SelectMany(child => Nodes(child, depth + 1)).Prepend(node);
    }
}
