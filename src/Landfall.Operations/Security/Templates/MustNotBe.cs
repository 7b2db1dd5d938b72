using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>A rule by which a property may not have some values.</summary>
/// <param name="facts">What people are told about it.</param>
/// <param name="types">The resources' types.</param>
/// <param name="path">The property.</param>
/// <param name="values">The values, in any case.</param>
internal sealed class MustNotBe(RuleFacts facts, IReadOnlyCollection<string> types, string path, params string[] values) : TemplateRule(facts)
{
    /// <summary>The value after which the rule holds, where it does no harm; null where a person has to choose.</summary>
    public JsonNode? Remedy { get; init; }

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType(types).Where(r => r.Find(path) is ScalarNode value && values.Contains(NodeReading.ValueOf(value), StringComparer.OrdinalIgnoreCase)).Select(r => r.At(path).FixedBy(Remedy is null ? [] : r.Set(path, Remedy)));
}
