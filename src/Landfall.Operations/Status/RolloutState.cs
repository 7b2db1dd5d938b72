using Landfall.Aws.Containers;

namespace Landfall.Operations.Status;

/// <summary>How far a rollout is.</summary>
/// <param name="State"><c>IN_PROGRESS</c>, <c>FAILED</c>, <c>ROLLBACK_IN_PROGRESS</c>, …: ECS's word.</param>
/// <param name="Reason">ECS's reason; null where it gives none.</param>
/// <param name="Stage">ECS's stage, for example <c>BAKE_TIME</c>; null for a rolling update, which has none.</param>
/// <param name="Traffic">Share of the traffic that the new version has, in percent; null where none is shifted.</param>
/// <param name="Started">When it began.</param>
/// <param name="BakedAt">About when the bake ends; null while it has not begun.</param>
/// <param name="WaitsUntil">How long it waits for somebody; null where it does not wait, or ECS does not say.</param>
/// <param name="Waits">True where it waits for somebody: <c>landfall rollout</c> decides.</param>
/// <param name="Failed">How many of its tasks have failed.</param>
/// <param name="Alarms">The alarms that end it.</param>
internal sealed record RolloutState(
    string State,
    string? Reason,
    string? Stage,
    double? Traffic,
    DateTimeOffset Started,
    DateTimeOffset? BakedAt,
    DateTimeOffset? WaitsUntil,
    bool Waits,
    int Failed,
    IReadOnlyList<string> Alarms)
{
    /// <summary>Finds out how far the rollout of a service is.</summary>
    /// <param name="service">The service.</param>
    /// <param name="rollout">Its service deployment; null where ECS has none.</param>
    /// <returns>The state; null where nothing is rolled out and nothing has failed.</returns>
    public static RolloutState? Of(RunningService service, ServiceRollout? rollout)
    {
        var newest = service.Versions.FirstOrDefault(version => version.Status == "PRIMARY");
        if (rollout is { IsAtWork: true })
        {
            // What changed last is the stage: ECS says when a stage began nowhere else.
            return new RolloutState(
                rollout.Status,
                Text(rollout.Reason),
                Text(rollout.Stage),
                rollout.Traffic,
                rollout.Started,
                rollout is { Stage: "BAKE_TIME", Bake: { } bake } ? rollout.Updated + bake : null,
                rollout.Pause?.Until,
                rollout.Pause is not null,
                rollout.Failures?.Count ?? newest?.Failed ?? 0,
                rollout.Alarms);
        }

        return newest is { State: "IN_PROGRESS" or "FAILED" }
            ? new RolloutState(newest.State, Text(newest.Reason), null, null, newest.Created, null, null, false, newest.Failed, [])
            : null;
    }

    private static string? Text(string text) => text.Length > 0 ? text : null;
}
