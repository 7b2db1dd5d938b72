namespace Landfall.Operations.LocalRun;

/// <summary>A container that is ready.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Address">Where it is on this machine; null where it has no port.</param>
/// <param name="Again">True where it stands in the place of one whose files have changed.</param>
internal sealed record LocalReady(string Name, string? Address, bool Again);
