using System.Text.Json;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Probes;
using Landfall.Hooks.Runtime;
using Landfall.Hooks.Tasks;

namespace Landfall.Hooks.Rollouts;

/// <summary>Checks the new version at a stage of a rollout, and tells ECS whether to go on.</summary>
/// <param name="settings">The function's settings.</param>
/// <param name="addresses">Finds the load balancer.</param>
/// <param name="probe">Asks it.</param>
/// <param name="tasks">Checks by tasks.</param>
/// <param name="time">The clock.</param>
internal sealed class HookInvocation(FunctionSettings settings, LoadBalancerAddresses addresses, ProbeFunction probe, TaskCheck tasks, TimeProvider time) : IInvocation
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
        var outcome = new HookOutcome(details.Name, stage, called.ResourceArn ?? "", answer.HookStatus, reasons, answer.HookDetails?.Running ?? details.Running);
        await log.WriteLineAsync(JsonSerializer.Serialize(outcome, HookJson.Default.HookOutcome)).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(answer, HookJson.Default.HookAnswer);
    }

    private async Task<HookDecision> DecideAsync(HookEvent called, HookDetails details, string stage, CancellationToken stop)
    {
        var back = IsRollback(called.ExecutionDetails, stage);
        var address = stage == BeforeTraffic ? settings.TestUrl : settings.Url;
        return details switch
        {
            { Task: { } task } when back => await tasks.EndAsync(details, task, stop).ConfigureAwait(false),
            _ when back => HookDecision.GoOn("the deployment is rolled back, so that there is nothing to check"),
            { Task: { } task } => await tasks.DecideAsync(called, details, task, address, stop).ConfigureAwait(false),
            { File: { } file } => await DecideAsync(details, file, address, stop).ConfigureAwait(false),
            _ => throw new JsonException("The hookDetails have neither a file nor a task."),
        };
    }

    private async Task<HookDecision> DecideAsync(HookDetails details, string file, string address, CancellationToken stop)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var began = details.Began ?? now;
        var reasons = await FailuresAsync(file, address, stop).ConfigureAwait(false);
        if (reasons.Count == 0)
            return HookDecision.GoOn();
        var state = details with { Began = began, Tries = (details.Tries ?? 0) + 1 };
        return state.Tries >= Tries || now + DelaySeconds > began + details.TimeoutSeconds
            ? HookDecision.RollBack(state, reasons)
            : HookDecision.CallAgain(DelaySeconds, state, reasons);
    }

    private async Task<IReadOnlyList<string>> FailuresAsync(string file, string address, CancellationToken stop)
    {
        var found = await addresses.FindAsync(settings.LoadBalancer, stop).ConfigureAwait(false);
        if (found.Count == 0)
            return [$"the load balancer {settings.LoadBalancer} has no address in the network"];
        var result = await probe.AskAsync(new ProbeRequest(file, address, found), stop).ConfigureAwait(false);
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
