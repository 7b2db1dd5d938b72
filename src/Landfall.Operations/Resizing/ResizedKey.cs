namespace Landfall.Operations.Resizing;

/// <summary>A size that changes.</summary>
/// <param name="Key">The key of the service or database, separated by dots.</param>
/// <param name="From">The value that holds now, in the key's unit.</param>
/// <param name="To">The value as it was given.</param>
internal sealed record ResizedKey(string Key, string From, string To);
