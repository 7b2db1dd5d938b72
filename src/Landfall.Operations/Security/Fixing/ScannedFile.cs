namespace Landfall.Operations.Security.Fixing;

/// <summary>A file with what is found in it.</summary>
/// <param name="File">The file.</param>
/// <param name="Found">All that is found.</param>
/// <param name="Open">What of that nobody has accepted.</param>
/// <param name="Unread">How often the file could not be read.</param>
internal sealed record ScannedFile(SourceFile File, IReadOnlyList<(SecurityFinding Finding, Spot Spot)> Found, IReadOnlyList<(SecurityFinding Finding, Spot Spot)> Open, int Unread);
