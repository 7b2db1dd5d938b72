using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>What passwords need.</summary>
internal sealed record PasswordModel : Section
{
    [Key("Smallest length.", Min = 6, Max = 99)]
    public int Length { get; init; } = 12;

    [Key("A lower-case letter.")]
    public bool Lower { get; init; } = true;

    [Key("An upper-case letter.")]
    public bool Upper { get; init; } = true;

    [Key("A digit.")]
    public bool Digit { get; init; } = true;

    [Key("A symbol.")]
    public bool Symbol { get; init; } = true;
}
