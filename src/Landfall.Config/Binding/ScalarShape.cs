namespace Landfall.Config.Binding;

/// <summary>A single value.</summary>
/// <param name="Kind">Its type.</param>
/// <param name="Rules">What its key says about it.</param>
/// <param name="Words">The words of an enumeration with their values, or empty.</param>
internal sealed record ScalarShape(ScalarKind Kind, KeyAttribute Rules, IReadOnlyList<KeyValuePair<string, object>> Words) : ValueShape;
