using Landfall.AIOps.Releases;

namespace Landfall.Evaluation.Rollouts;

/// <summary>The alarm on the error rate that rolls a deployment back: more than the limit in three minutes on end, of both versions together.</summary>
/// <param name="limit">The share of requests that may fail.</param>
internal sealed class RollbackAlarm(double limit)
{
    private const int Minutes = 3;
    private int _above;

    /// <summary>Takes in a minute.</summary>
    /// <param name="newVersion">What the new version answered.</param>
    /// <param name="oldVersion">What the old version did.</param>
    /// <returns>True when the deployment is rolled back.</returns>
    public bool Observe(RequestCounts newVersion, RequestCounts oldVersion)
    {
        var failed = (newVersion.Failures + oldVersion.Failures) / (newVersion.Requests + oldVersion.Requests);
        _above = failed > limit ? _above + 1 : 0;
        return _above >= Minutes;
    }
}
