namespace Landfall.Operations.Images;

/// <summary>A folder with images.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Images">The images that were asked for.</param>
internal sealed record BuiltFolder(string Folder, IReadOnlyList<BuiltImage> Images);
