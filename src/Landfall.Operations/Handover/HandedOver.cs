namespace Landfall.Operations.Handover;

/// <summary>What a repository was given.</summary>
/// <param name="Folder">The repository's folder.</param>
/// <param name="Service">The service.</param>
/// <param name="DryRun">True when nothing was written.</param>
/// <param name="Written">The files that were written, or would be.</param>
/// <param name="Kept">The files that were there, and are as they were.</param>
internal sealed record HandedOver(string Folder, string Service, bool DryRun, IReadOnlyList<string> Written, IReadOnlyList<string> Kept);
