using Landfall.Checks.Browsing;

namespace Landfall.Operations.Checks;

/// <summary>What came of check files.</summary>
/// <param name="Url">What they were run against.</param>
/// <param name="Passed">True where everything is what is expected.</param>
/// <param name="Requests">Their requests and steps, in order; none follows a step that failed in its file.</param>
/// <param name="Tasks">The service's checks that are tasks, which run within rollouts and were not run.</param>
internal sealed record CheckRun(string Url, bool Passed, IReadOnlyList<CheckedRequest> Requests, IReadOnlyList<string> Tasks)
{
    /// <summary>Whether steps in a browser are among them.</summary>
    internal bool InBrowser => Requests.Any(request => BrowserFile.Is(request.File));
}
