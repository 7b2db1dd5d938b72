namespace Landfall.Operations.Checks;

/// <summary>What came of check files.</summary>
/// <param name="Url">What they were run against.</param>
/// <param name="Passed">True where every answer is what is expected.</param>
/// <param name="Requests">Their requests, in order.</param>
/// <param name="Tasks">The service's checks that are tasks, which run within rollouts and were not run.</param>
internal sealed record CheckRun(string Url, bool Passed, IReadOnlyList<CheckedRequest> Requests, IReadOnlyList<string> Tasks);
