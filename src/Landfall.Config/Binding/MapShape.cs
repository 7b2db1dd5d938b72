namespace Landfall.Config.Binding;

/// <summary>A mapping from names to values.</summary>
/// <param name="Item">What each value looks like.</param>
/// <param name="ItemType">The type of a value.</param>
/// <param name="MinItems">Fewest names.</param>
internal sealed record MapShape(ValueShape Item, Type ItemType, int MinItems) : ValueShape;
