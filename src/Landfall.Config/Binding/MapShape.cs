namespace Landfall.Config.Binding;

/// <summary>A mapping from names to values.</summary>
/// <param name="Item">What each value looks like.</param>
/// <param name="ItemType">The type of a value.</param>
internal sealed record MapShape(ValueShape Item, Type ItemType) : ValueShape;
