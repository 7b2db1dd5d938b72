using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>A rule by which a property has to have one of some values.</summary>
/// <param name="facts">What people are told about it.</param>
/// <param name="types">The resources' types.</param>
/// <param name="path">The property.</param>
/// <param name="values">The values, in any case; none where any value does.</param>
internal sealed class MustBe(RuleFacts facts, IReadOnlyCollection<string> types, string path, params string[] values) : TemplateRule(facts)
{
    /// <summary>A rule for one type of resource.</summary>
    /// <param name="facts">What people are told about it.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="path">The property.</param>
    /// <param name="values">The values, in any case; none where any value does.</param>
    public MustBe(RuleFacts facts, string type, string path, params string[] values)
        : this(facts, [type], path, values)
    {
    }

    /// <summary>Properties with which the value comes from elsewhere, such as the snapshot that a database is made from.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>Values of properties with which the rule does not apply.</summary>
    public IReadOnlyDictionary<string, string> UnlessBeginning { get; init; } = new Dictionary<string, string>();

    /// <summary>The value after which the rule holds, where it does no harm; null where a person has to choose.</summary>
    public JsonNode? Remedy { get; init; }

    /// <summary>True where AWS sets a good value if none is given.</summary>
    public bool GoodByDefault { get; init; }

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType(types).Where(r => !Unless.Any(r.Has) && !UnlessBeginning.Any(pair => r.Text(pair.Key)?.StartsWith(pair.Value, StringComparison.OrdinalIgnoreCase) == true) && Breaks(r.Find(path)))
            .Select(r => r.At(path).FixedBy(Remedy is null ? [] : r.Set(path, Remedy)));

    private bool Breaks(ConfigNode? value) => value switch
    {
        null => !GoodByDefault,
        ScalarNode scalar => values.Length > 0 && !values.Contains(NodeReading.ValueOf(scalar), StringComparer.OrdinalIgnoreCase),
        _ => false,
    };
}
