namespace Landfall.Operations.Migration;

/// <summary>A key of the other tool's files, and what became of it.</summary>
/// <param name="File">The file, relative to the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Key">The key with those that it is in: <c>http.healthcheck.path</c>.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="To">The new file's key; null where it has none.</param>
/// <param name="Note">What differs, or why it is left and what to do; null where there is nothing to say.</param>
internal sealed record MappedKey(string File, int Line, string Key, KeyOutcome Outcome, string? To, string? Note);
