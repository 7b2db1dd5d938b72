namespace Landfall.Operations.Checks;

/// <summary>What came of a check file.</summary>
/// <param name="File">The file.</param>
/// <param name="Url">What it was run against.</param>
/// <param name="Passed">True where every answer is what is expected.</param>
/// <param name="Requests">Its requests, in order.</param>
internal sealed record CheckRun(string File, string Url, bool Passed, IReadOnlyList<CheckedRequest> Requests);
