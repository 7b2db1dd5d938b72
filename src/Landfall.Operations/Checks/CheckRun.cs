namespace Landfall.Operations.Checks;

/// <summary>What came of check files.</summary>
/// <param name="Url">What they were run against.</param>
/// <param name="Passed">True where every answer is what is expected.</param>
/// <param name="Requests">Their requests, in order.</param>
internal sealed record CheckRun(string Url, bool Passed, IReadOnlyList<CheckedRequest> Requests);
