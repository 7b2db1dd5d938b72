using System.Text.Json;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Probes;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Rollouts;

/// <summary>Checks the new version at a stage of a rollout, and tells ECS whether to go on.</summary>
/// <param name="settings">The function's settings.</param>
/// <param name="addresses">Finds the load balancer.</param>
/// <param name="probe">Asks it.</param>
/// <param name="time">The clock.</param>
internal sealed class HookInvocation(FunctionSettings settings, LoadBalancerAddresses addresses, ProbeFunction probe, TimeProvider time) : IInvocation
{
    /// <summary>How often a check is tried: the first requests of a version and of a changed rule may be lost, a third time is no chance.</summary>
    public const int Tries = 3;

    private const int DelaySeconds = 10;
    private const string BeforeTraffic = "POST_TEST_TRAFFIC_SHIFT";

    /// <inheritdoc/>
    public async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> payload, TextWriter log, CancellationToken stop)
    {
        var called = JsonSerializer.Deserialize(payload.Span, HookJson.Default.HookEvent);
        if (called is not { HookDetails: { } details, LifecycleStage: { } stage })
            throw new JsonException("The call has no hookDetails or no lifecycleStage.");
        var (answer, reasons) = await DecideAsync(called, details, stage, stop).ConfigureAwait(false);
        var outcome = new HookOutcome(details.File, stage, called.ResourceArn ?? "", answer.HookStatus, reasons);
        await log.WriteLineAsync(JsonSerializer.Serialize(outcome, HookJson.Default.HookOutcome)).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(answer, HookJson.Default.HookAnswer);
    }

    private async Task<(HookAnswer Answer, IReadOnlyList<string> Reasons)> DecideAsync(HookEvent called, HookDetails details, string stage, CancellationToken stop)
    {
        if (IsRollback(called.ExecutionDetails, stage))
            return (new HookAnswer("SUCCEEDED", null, null), ["the deployment is rolled back, so that there is nothing to check"]);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var began = details.Began ?? now;
        var reasons = await FailuresAsync(details, stage, stop).ConfigureAwait(false);
        if (reasons.Count == 0)
            return (new HookAnswer("SUCCEEDED", null, null), reasons);
        var state = details with { Began = began, Tries = (details.Tries ?? 0) + 1 };
        return state.Tries >= Tries || now + DelaySeconds > began + details.TimeoutSeconds
            ? (new HookAnswer("FAILED", null, state), reasons)
            : (new HookAnswer("IN_PROGRESS", DelaySeconds, state), reasons);
    }

    private async Task<IReadOnlyList<string>> FailuresAsync(HookDetails details, string stage, CancellationToken stop)
    {
        var found = await addresses.FindAsync(settings.LoadBalancer, stop).ConfigureAwait(false);
        if (found.Count == 0)
            return [$"the load balancer {settings.LoadBalancer} has no address in the network"];
        var result = await probe.AskAsync(new ProbeRequest(details.File, stage == BeforeTraffic ? settings.TestUrl : settings.Url, found), stop).ConfigureAwait(false);
        return result.Failures;
    }

    /// <summary>
    /// Whether traffic goes back: ECS calls the hooks of a shift again then, "with weights reversed", and the version that is
    /// deployed has none left.
    /// </summary>
    private static bool IsRollback(ExecutionDetails? details, string stage)
    {
        var weights = stage == BeforeTraffic ? details?.TestTrafficWeights : details?.ProductionTrafficWeights;
        return details?.TargetServiceRevisionArn is { } target && weights is not null && weights.TryGetValue(target, out var weight) && weight == 0;
    }
}
