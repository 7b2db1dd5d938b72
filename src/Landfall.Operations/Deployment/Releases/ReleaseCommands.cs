using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Deployment.Releases;

/// <summary>Runs the release commands of a run's stacks, one after another, once the stacks have what these need.</summary>
/// <param name="regions">The regions that the stacks are in.</param>
/// <param name="plan">The environment.</param>
/// <param name="runner">Runs one.</param>
/// <param name="logFile">The log of the deployment.</param>
internal sealed class ReleaseCommands(StackRegions regions, AppPlan plan, ReleaseRunner runner, string logFile)
{
    /// <summary>Remembers what the stacks have before they are deployed.</summary>
    /// <param name="run">The operations.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The task definitions of their release commands, by stack.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(IEnumerable<StackOperation> run, CancellationToken stop)
    {
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var operation in run.Where(o => o.Release == ReleaseRun.IfChanged))
            before[operation.Stack] = (await OutputsAsync(operation.Stack, stop).ConfigureAwait(false)).GetValueOrDefault(ReleaseTask.Output);
        return before;
    }

    /// <summary>Runs the commands that are due.</summary>
    /// <param name="run">The operations, which are done.</param>
    /// <param name="before">What the stacks had before.</param>
    /// <param name="reports">How the stacks ended.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <exception cref="LandfallException">A command failed; those after it have not run.</exception>
    public async Task RunAsync(
        IEnumerable<StackOperation> run, IReadOnlyDictionary<string, string?> before, IReadOnlyList<StackReport> reports, CancellationToken stop)
    {
        foreach (var operation in run.Where(o => o.Release != ReleaseRun.None))
        {
            var command = ReleaseCommand.Of(plan, operation.Stack, await OutputsAsync(operation.Stack, stop).ConfigureAwait(false));
            if (operation.Release == ReleaseRun.IfChanged && before[operation.Stack] == command.TaskDefinition)
                continue;
            var end = await runner.RunAsync(command, stop).ConfigureAwait(false);
            if (end.Reason is null)
                continue;
            throw new LandfallException(ErrorCodes.DeploymentFailed, $"The release command of '{command.Service}' failed, and the deployment ends here.")
            {
                Details = new FailedDeployment(
                    [.. reports.Select(r => r with { Outcome = r.Stack == operation.Stack ? StackOutcome.Failed : StackOutcome.NotReached })],
                    [new StackFailure(operation.Stack, ReleaseTask.TaskDefinition, "AWS::ECS::TaskDefinition", end.Reason) { Evidence = end.Evidence }],
                    "",
                    logFile),
            };
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> OutputsAsync(string stack, CancellationToken stop) =>
        (await regions.ClientOf(stack).FindStackAsync(stack, stop).ConfigureAwait(false))?.Outputs ?? new Dictionary<string, string>();
}
