namespace Landfall.Operations.Tuning;

/// <summary>A key of a service that measurements speak against.</summary>
/// <param name="Key">The key, from the service, separated by dots.</param>
/// <param name="From">The value that holds now; null for none.</param>
/// <param name="To">The value that the measurements ask for.</param>
internal sealed record TunedKey(string Key, string? From, string To);
