using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>What passwords need.</summary>
internal sealed record PasswordModel : Section
{
    [Key("Smallest length.", Min = 6, Max = 99, Default = "12")]
    public int? Length { get; init; }

    [Key("A lower-case letter.", Default = "true")]
    public bool? Lower { get; init; }

    [Key("An upper-case letter.", Default = "true")]
    public bool? Upper { get; init; }

    [Key("A digit.", Default = "true")]
    public bool? Digit { get; init; }

    [Key("A symbol.", Default = "true")]
    public bool? Symbol { get; init; }
}
