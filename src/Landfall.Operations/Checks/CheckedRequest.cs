namespace Landfall.Operations.Checks;

/// <summary>What came of one request.</summary>
/// <param name="File">The check file.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Title">Its name, or what it asks.</param>
/// <param name="Failures">How its answer differs from what is expected; empty where it does not.</param>
/// <param name="Milliseconds">How long the answer took; null where none came.</param>
internal sealed record CheckedRequest(string File, int Line, string Title, IReadOnlyList<string> Failures, long? Milliseconds);
