namespace Landfall.Operations.Checks;

/// <summary>What came of one request, or of one step in a browser.</summary>
/// <param name="File">The check file.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Title">Its name, or what it asks; or the step.</param>
/// <param name="Failures">How what came differs from what is expected; empty where it does not.</param>
/// <param name="Milliseconds">How long it took; null where no answer came.</param>
internal sealed record CheckedRequest(string File, int Line, string Title, IReadOnlyList<string> Failures, long? Milliseconds);
