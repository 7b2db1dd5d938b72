using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>A key attribute of a table.</summary>
[Shorthand(nameof(Name))]
internal sealed record AttributeModel : Section
{
    [Key("The attribute's name.", Required = true)]
    public string? Name { get; init; }

    [Key("The attribute's type.")]
    public KeyType Type { get; init; } = KeyType.String;
}
