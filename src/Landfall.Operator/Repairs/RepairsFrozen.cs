namespace Landfall.Operator.Repairs;

/// <summary>Whether repairs are frozen now.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Frozen">True where nothing is repaired.</param>
/// <param name="Until">How long; null until it is ended, and where it is.</param>
/// <param name="Changed">False where it was ended already.</param>
internal sealed record RepairsFrozen(string App, string Environment, bool Frozen, DateTimeOffset? Until, bool Changed);
