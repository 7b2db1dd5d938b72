using Landfall.AIOps.Releases;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Config.Plan;

namespace Landfall.Operations.Deployment.Judging;

/// <summary>
/// Compares the versions of a service while traffic shifts, and takes a new one back that is worse. Where nothing can be compared
/// it says so, and takes nothing back.
/// </summary>
/// <param name="session">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="time">The clock.</param>
/// <param name="say">Gets lines for a person.</param>
internal sealed class JudgedReleases(AwsSession session, AppPlan plan, TimeProvider time, Action<string> say)
{
    // Nobody has said what is slow: twice what all but the slowest twentieth took.
    private const double TimesUsual = 2;

    private readonly RolloutClient _rollouts = new(session);
    private readonly VersionMetrics _metrics = new(session);
    private readonly Dictionary<string, ReleaseTrial> _trials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _worse = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rolledBack = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScaledServicePlan> _judged =
        plan.Services.OfType<ScaledServicePlan>().Where(service => service.Deploy.Judge).ToDictionary(service => service.Name, StringComparer.Ordinal);

    /// <summary>Looks at a service that CloudFormation waits for.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="arn">The service's ARN.</param>
    /// <param name="stop">Gives up.</param>
    public async Task LookAsync(string stack, string arn, CancellationToken stop)
    {
        if (arn.Split('/') is not [_, var cluster, var name] || !_judged.TryGetValue(name, out var service) || _rolledBack.Contains(stack))
            return;
        try
        {
            if (await _rollouts.FindShiftAsync(cluster, name, stop).ConfigureAwait(false) is not { } shift)
                return;
            var trial = _trials.GetValueOrDefault(stack);
            if (trial?.Deployment != shift.Deployment)
                _trials[stack] = trial = new ReleaseTrial(shift.Deployment, shift.Started);
            _troubles.Remove(stack);
            if (trial.Verdict != ReleaseVerdict.Undecided || await CompareAsync(trial, shift, service, stack, stop).ConfigureAwait(false))
                await RollBackAsync(trial, stack, name, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e) is not null && !stop.IsCancellationRequested)
        {
            _troubles[stack] = AwsFailure.Of(e)!.Message; // not allowed, or away for a moment: the next look tries again
        }
    }

    /// <summary>Why the new version of a stack's service is to be taken back.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>A sentence; null where it is not.</returns>
    public string? Of(string stack) => _worse.GetValueOrDefault(stack);

    /// <summary>Says what came of the comparisons: the deployment is over.</summary>
    public void Conclude()
    {
        foreach (var stack in _trials.Keys.Union(_troubles.Keys).Where(stack => !_rolledBack.Contains(stack)).Order(StringComparer.Ordinal))
            say($"{stack}: {Conclusion(_trials.GetValueOrDefault(stack), _troubles.GetValueOrDefault(stack))}");
        _trials.Clear();
        _troubles.Clear();
    }

    private static string Conclusion(ReleaseTrial? trial, string? trouble) => trial switch
    {
        { Verdict: not ReleaseVerdict.Undecided } => $"the new version could not be rolled back: {trouble ?? "its deployment has ended."}",
        { HasCompared: true } => $"the new version is no worse than the old one, as far as can be told: {trial.Numbers()}.",
        _ => $"the versions could not be compared: {trouble ?? "CloudWatch has no minute in which both had traffic. A longer 'interval' gives them more of these."}",
    };

    /// <summary>Takes in what has become known.</summary>
    /// <returns>True where the new version is worse.</returns>
    private async Task<bool> CompareAsync(ReleaseTrial trial, TrafficShift shift, ScaledServicePlan service, string stack, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (shift.NewShare <= 0)
        {
            trial.HasNoTraffic(now);
            return false;
        }

        var known = ReleaseTrial.Known(now);
        if (known <= trial.Next)
            return false;
        if (shift.New.Count == 0 || shift.Old.Count == 0 || shift.New.Intersect(shift.Old).Any())
        {
            _troubles[stack] = "ECS does not say in which target group each of them is.";
            return false;
        }

        trial.Limit ??= service.Alarms.Slo?.Latency?.Within ?? service.Alarms.LatencyP99
            ?? await _metrics.UsualAsync(shift, stop).ConfigureAwait(false) * TimesUsual;
        trial.Take(await _metrics.ReadAsync(shift, trial.Next, known, trial.Limit, stop).ConfigureAwait(false), now);
        return trial.Verdict != ReleaseVerdict.Undecided;
    }

    private async Task RollBackAsync(ReleaseTrial trial, string stack, string name, CancellationToken stop)
    {
        if (_worse.TryAdd(stack, $"the new version of {name} {(trial.Verdict == ReleaseVerdict.Slower ? "is slower" : "fails more")} than the old one: {trial.Numbers()}."))
            say($"{stack}: {_worse[stack]}");
        await _rollouts.RollBackAsync(trial.Deployment, stop).ConfigureAwait(false);
        _rolledBack.Add(stack);
        say($"Rolling back {stack} …");
    }
}
