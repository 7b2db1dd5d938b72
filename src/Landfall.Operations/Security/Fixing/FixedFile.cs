namespace Landfall.Operations.Security.Fixing;

/// <summary>A file that fixes change.</summary>
/// <param name="File">The file, from the scanned folder.</param>
/// <param name="Written">True where it was written; false where only the difference is shown.</param>
/// <param name="Fixed">What they take away, in the order in which they were made.</param>
/// <param name="Difference">The difference, as a unified diff; values of secrets are not in it.</param>
internal sealed record FixedFile(string File, bool Written, IReadOnlyList<FixedFinding> Fixed, string Difference);
