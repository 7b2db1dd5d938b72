namespace Landfall.Config.Binding;

/// <summary>A list.</summary>
/// <param name="Item">What each item looks like.</param>
/// <param name="ItemType">The type of an item.</param>
/// <param name="MinItems">Fewest items.</param>
/// <param name="OrOne">True when the only item may stand in place of the list.</param>
internal sealed record ListShape(ValueShape Item, Type ItemType, int MinItems, bool OrOne) : ValueShape;
