using System.Globalization;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Config.Plan;
using Landfall.Operations.Rollouts;

namespace Landfall.Operations.Deployment;

/// <summary>Says once of each rollout that waits for somebody that it does, and how to decide.</summary>
/// <param name="session">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="say">Gets lines for a person.</param>
internal sealed class PausedRollouts(AwsSession session, AppPlan plan, Action<string> say)
{
    private readonly RolloutClient _client = new(session);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pausing =
        [.. plan.Services.OfType<ScaledServicePlan>().Where(service => service.Deploy.Pause is not null).Select(service => service.Name)];

    /// <summary>Looks at a service that CloudFormation waits for.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="arn">The service's ARN.</param>
    /// <param name="stop">Gives up.</param>
    public async Task LookAsync(string stack, string arn, CancellationToken stop)
    {
        if (arn.Split('/') is not [_, var cluster, var name] || !_pausing.Contains(name))
            return;
        var found = await FindAsync(cluster, name, stop).ConfigureAwait(false);
        if (found is null || !_told.Add(found.Hook))
            return;
        var until = found.Until is { } time ? $" until {time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, and is then {(found.Then == "CONTINUE" ? "continued" : "rolled back")}" : "";
        say($"{stack}: the rollout of {name} waits for somebody{until}: {RolloutDecision.Place(found)}.");
        say("  'landfall rollout continue' lets it go on, 'landfall rollout rollback' takes it back; with the same folder and environment.");
    }

    private async Task<PausedRollout?> FindAsync(string cluster, string name, CancellationToken stop)
    {
        try
        {
            return await _client.FindPausedAsync(cluster, name, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e) is not null && !stop.IsCancellationRequested)
        {
            return null; // not allowed, or away for a moment: the deployment goes on, and ECS waits all the same
        }
    }
}
