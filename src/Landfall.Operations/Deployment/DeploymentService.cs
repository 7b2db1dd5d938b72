using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Deployment.Protection;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Deployment;

/// <summary>Deploys the stacks of an assembly with the CDK CLI and follows them at CloudFormation.</summary>
/// <param name="target">Where they go.</param>
/// <param name="cdk">The CDK CLI.</param>
/// <param name="protect">True for a protected environment.</param>
/// <param name="services">Watches the services meanwhile.</param>
/// <param name="time">The clock.</param>
internal sealed class DeploymentService(AwsTarget target, CdkCli cdk, bool protect, FailingServices services, TimeProvider time)
{
    // A minute of looks at CloudFormation without an answer.
    private const int MostMissed = 20;

    /// <summary>Deploys stacks.</summary>
    /// <param name="assembly">The assembly, with the templates and the order of the run.</param>
    /// <param name="run">The operations.</param>
    /// <param name="onProgress">Gets the watchers after every look at CloudFormation.</param>
    /// <param name="cancellation">Stops the CDK CLI; CloudFormation finishes what it has begun.</param>
    /// <returns>How each stack ended.</returns>
    /// <exception cref="LandfallException">A stack failed.</exception>
    /// <exception cref="InterruptedDeploymentException">A person stopped it.</exception>
    public async Task<IReadOnlyList<StackReport>> DeployAsync(
        Assembly assembly, IReadOnlyList<StackOperation> run, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        var before = new Dictionary<string, Stack?>(StringComparer.Ordinal);
        var watchers = run.Select(o => new StackWatcher(target.Regions.ClientOf(o.Stack), o.Stack, Resources(o), time.GetUtcNow())).ToList();
        foreach (var watcher in watchers)
        {
            before[watcher.Stack] = await target.Regions.ClientOf(watcher.Stack).FindStackAsync(watcher.Stack, cancellation).ConfigureAwait(false);
            await watcher.BeginAsync(cancellation).ConfigureAwait(false);
        }

        using var unprotected = new UnprotectedCreations(
            assembly.Folder, [.. run.Where(o => before[o.Stack] is not { } stack || !StackStates.Stands(stack.Status)).Select(o => o.Wanted!.Id)]);
        var arguments = Arguments(assembly.Folder, run, target.IsLocal, protect);
        var result = await RunAsync(arguments, watchers, onProgress, cancellation).ConfigureAwait(false);

        var reports = new List<StackReport>();
        var failures = new List<StackFailure>();
        foreach (var (operation, watcher) in run.Zip(watchers))
        {
            var after = await target.Regions.ClientOf(operation.Stack).FindStackAsync(operation.Stack, cancellation).ConfigureAwait(false);
            reports.Add(await ReportAsync(operation, watcher, before[operation.Stack], after, result.ExitCode != 0, cancellation).ConfigureAwait(false));
            if (reports[^1].Outcome == StackOutcome.Failed && services.Explain(operation.Stack, watcher.Failure) is { } failure)
                failures.Add(failure with { StackStatus = after?.Status ?? "" });
        }

        if (result.ExitCode != 0 || reports.Any(r => r.Outcome == StackOutcome.Failed))
            throw Failure(reports, failures, result);
        return reports;
    }

    /// <summary>The command line of the CDK CLI.</summary>
    /// <param name="assembly">The assembly's folder.</param>
    /// <param name="run">The operations.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="protect">True for a protected environment.</param>
    /// <returns>The arguments.</returns>
    internal static IReadOnlyList<string> Arguments(string assembly, IReadOnlyList<StackOperation> run, bool local, bool protect) =>
    [
        "deploy", .. run.Select(o => o.Wanted!.Id),
        "--app", assembly,
        "--exclusively",
        "--require-approval", "never",
        "--progress", "events",
        "--concurrency", "4",
        "--method", "change-set", // what fails at once shows before anything is touched

        // The CLI skips a stack whose template is the same. CloudFormation answers at once where nothing changes after all.
        .. run.Any(o => o.Forced) ? ["--force"] : Array.Empty<string>(),

        // What 'protect' kept of an earlier deployment goes back into its stack by its name, instead of being in the way.
        .. protect && !local ? ["--import-existing-resources"] : Array.Empty<string>(),
    ];

    private static int Resources(StackOperation operation) => operation.Template!["Resources"] is JsonObject resources ? resources.Count : 0;

    private async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> arguments, List<StackWatcher> watchers, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var run = cdk.RunAsync(arguments, null, stop.Token);
        try
        {
            await FollowAsync(run, watchers, onProgress, cancellation).ConfigureAwait(false);
            await services.ConcludeAsync(cancellation).ConfigureAwait(false);
            return await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new InterruptedDeploymentException(State(watchers), cancellation);
        }
        finally
        {
            // Whatever ended the watching: a CDK CLI that nobody watches must not go on deploying.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string State(List<StackWatcher> watchers)
    {
        var lines = watchers.Where(w => w.Status is not null).Select(w => $"  {w.Stack}: {w.Status}");
        var others = string.Join(", ", watchers.Where(w => w.Status is null).Select(w => w.Stack));
        return string.Join('\n', others.Length == 0 ? lines : lines.Append($"  unchanged so far: {others}"));
    }

    private async Task FollowAsync(
        Task<ProcessResult> run, List<StackWatcher> watchers, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        var pause = target.IsLocal ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(3);
        var finished = false;
        var missed = 0;
        while (!finished)
        {
            await Task.WhenAny(run, Task.Delay(pause, time, cancellation)).ConfigureAwait(false);
            finished = run.IsCompleted;
            try
            {
                foreach (var watcher in watchers.Where(w => finished || w.Status is null || w.Status.EndsWith("IN_PROGRESS", StringComparison.Ordinal)))
                    await watcher.PollAsync(cancellation).ConfigureAwait(false);
                missed = 0;
                if (!finished)
                    await services.LookAsync(watchers, cancellation).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (!finished && !target.IsLocal && missed < MostMissed)
            {
                missed++; // the network is away for a moment: the CDK CLI goes on, and so does CloudFormation
            }

            onProgress([.. watchers.Select(w => w.Progress)]);
        }
    }

    private async Task<StackReport> ReportAsync(
        StackOperation operation, StackWatcher watcher, Stack? before, Stack? after, bool runFailed, CancellationToken cancellation)
    {
        var touched = watcher.First is not null;
        var asWanted = runFailed && !touched && after is not null && StackStates.Stands(after.Status)
            && JsonNode.DeepEquals(JsonNode.Parse(await target.Regions.ClientOf(operation.Stack).GetTemplateAsync(operation.Stack, cancellation).ConfigureAwait(false)), operation.Template);
        var outcome = StackOutcomes.Judge(before?.Status, after?.Status, touched, watcher.Failure is not null, runFailed, asWanted);
        var seconds = watcher is { First: { } first, Last: { } last } ? (last - first).TotalSeconds : 0;
        return new StackReport(operation.Stack, outcome, Resources(operation), seconds) { Left = watcher.Left };
    }

    private LandfallException Failure(List<StackReport> reports, List<StackFailure> failures, ProcessResult result) =>
        new(ErrorCodes.DeploymentFailed, "The deployment failed.")
        {
            Details = new FailedDeployment(
                reports,
                failures,
                string.Join('\n', result.Error.Trim().Split('\n').Where(l => l.Length > 0).TakeLast(8)),
                cdk.LogFile),
        };
}
