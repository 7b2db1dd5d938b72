using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Rollouts;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Tasks;

/// <summary>Checks the new version by a task: starts it at the first call, looks at it at each further one, and judges by its exit code.</summary>
/// <param name="settings">The function's settings.</param>
/// <param name="addresses">Finds the load balancer.</param>
/// <param name="tasks">Runs tasks.</param>
/// <param name="time">The clock.</param>
internal sealed class TaskCheck(FunctionSettings settings, LoadBalancerAddresses addresses, TaskApi tasks, TimeProvider time)
{
    /// <summary>The variable with the address that is checked.</summary>
    public const string UrlVariable = "LANDFALL_TEST_URL";

    /// <summary>The variable with where that is in the network: a public load balancer's name leads out of it.</summary>
    public const string AddressVariable = "LANDFALL_TEST_ADDRESS";

    private const string StartedBy = "landfall-check";
    private const int DelaySeconds = 10;

    /// <summary>Starts the task, or looks at it.</summary>
    /// <param name="called">ECS's call.</param>
    /// <param name="details">The check, and how far it has come.</param>
    /// <param name="task">The task.</param>
    /// <param name="address">The address that is checked.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What ECS is answered.</returns>
    public async Task<HookDecision> DecideAsync(HookEvent called, HookDetails details, TaskDetails task, string address, CancellationToken stop)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var state = details with { Began = details.Began ?? now };
        var left = (int)(state.Began.Value + details.TimeoutSeconds - now);
        try
        {
            if (state.Running is { } running)
                return await LookAsync(state, task, running, left, stop).ConfigureAwait(false);
            var started = await StartAsync(called, state, task, address, stop).ConfigureAwait(false);
            return Later(state with { Running = started }, left, []);
        }
        catch (Exception e) when (e is HttpRequestException or AwsRefusedException || e is TaskRefusedException { IsPassing: true })
        {
            var tried = e is TaskRefusedException { StartedNothing: true } ? state with { Tries = (state.Tries ?? 0) + 1 } : state;
            return left > 0 ? Later(tried, left, [e.Message]) : await TooLateAsync(tried, task, [e.Message], stop).ConfigureAwait(false);
        }
        catch (TaskRefusedException e)
        {
            return HookDecision.RollBack(state, [e.Message]);
        }
    }

    /// <summary>Ends the task, where one runs, as the deployment is rolled back.</summary>
    /// <param name="details">How far the check has come.</param>
    /// <param name="task">The task.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What ECS is answered.</returns>
    public async Task<HookDecision> EndAsync(HookDetails details, TaskDetails task, CancellationToken stop)
    {
        var left = details.Running is { } running ? await StopAsync(task, running, "The deployment is rolled back.", stop).ConfigureAwait(false) : [];
        return HookDecision.GoOn(["the deployment is rolled back, so that there is nothing to check", .. left]);
    }

    private async Task<string> StartAsync(HookEvent called, HookDetails state, TaskDetails task, string address, CancellationToken stop)
    {
        var found = (await addresses.FindAsync(settings.LoadBalancer, stop).ConfigureAwait(false)).Order(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            throw new TaskRefusedException($"the load balancer {settings.LoadBalancer} has no address in the network") { IsPassing = true };
        var request = new RunTaskRequest
        {
            Cluster = settings.Cluster,
            TaskDefinition = task.Definition,
            ClientToken = TokenOf(called, state, task),
            StartedBy = StartedBy,
            Overrides = new TaskOverride([new TaskOverride.Container(task.Container, task.Command, [new(UrlVariable, address), new(AddressVariable, found[0])])]),
            NetworkConfiguration = new TaskNetwork(new TaskNetwork.Vpc(settings.Subnets, settings.SecurityGroups, "DISABLED")),
        };
        return await tasks.RunAsync(request, stop).ConfigureAwait(false);
    }

    private async Task<HookDecision> LookAsync(HookDetails state, TaskDetails task, string running, int left, CancellationToken stop)
    {
        var found = await tasks.FindAsync(running, stop).ConfigureAwait(false);
        if (found is { LastStatus: "STOPPED" })
        {
            var reasons = TaskEnd.Failures(found, task, settings.LogGroup);
            return reasons.Count == 0 ? HookDecision.GoOn() : HookDecision.RollBack(state, reasons);
        }

        return left > 0 ? Later(state, left, []) : await TooLateAsync(state, task, [], stop).ConfigureAwait(false);
    }

    private async Task<HookDecision> TooLateAsync(HookDetails state, TaskDetails task, IReadOnlyList<string> reasons, CancellationToken stop)
    {
        var limit = state.TimeoutSeconds.ToString(CultureInfo.InvariantCulture);
        if (state.Running is not { } running)
            return HookDecision.RollBack(state, [$"its task could not be started within {limit} s", .. reasons]);
        var failed = await StopAsync(task, running, $"The check's time is up ({limit} s).", stop).ConfigureAwait(false);
        string[] words = failed.Count == 0 ? [$"it did not end within {limit} s, and its task is stopped"] : [$"it did not end within {limit} s", .. failed];
        return HookDecision.RollBack(state, [.. words, .. reasons, TaskEnd.Log(running, task, settings.LogGroup)]);
    }

    private async Task<IReadOnlyList<string>> StopAsync(TaskDetails task, string running, string reason, CancellationToken stop)
    {
        try
        {
            await tasks.StopAsync(running, reason, stop).ConfigureAwait(false);
            return [];
        }
        catch (Exception e) when (e is TaskRefusedException or HttpRequestException)
        {
            return [$"its task {running} ({task.Title}) could not be stopped and may still run: {e.Message}"];
        }
    }

    private static HookDecision Later(HookDetails state, int left, IReadOnlyList<string> reasons) =>
        HookDecision.CallAgain(Math.Clamp(left, 1, DelaySeconds), state, reasons);

    /// <summary>
    /// The same for every call that asks for the same start: where an answer was lost, ECS has started the task, and gives it for
    /// the token. Where it said that it started none, it is asked with another one.
    /// </summary>
    private static string TokenOf(HookEvent called, HookDetails state, TaskDetails task)
    {
        string?[] parts = [called.ResourceArn, called.ExecutionDetails?.TargetServiceRevisionArn, called.LifecycleStage, task.Definition, task.Container, .. task.Command ?? [], state.Tries?.ToString(CultureInfo.InvariantCulture)];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }
}
