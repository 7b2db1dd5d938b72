using Landfall.Config;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Deployment;

/// <summary>Carries a deployment out, pass by pass.</summary>
/// <param name="stacks">CloudFormation.</param>
/// <param name="watcher">Who watches.</param>
internal sealed class PassRunner(IStackService stacks, IWatcher watcher)
{
    private readonly StackReports _reports = new();

    /// <summary>Whether something is to happen to a stack: the others are not shown as waiting.</summary>
    public Func<string, bool> Awaited { get; init; } = _ => true;

    /// <summary>Plans.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="assembly">What is wanted.</param>
    /// <param name="only">Names of the stacks that alone are deployed, or null for all.</param>
    /// <returns>The plan.</returns>
    public static PassPlan PlanOf(IReadOnlyList<DeployedStack> deployed, Assembly assembly, IReadOnlyCollection<string>? only)
    {
        var wanted = SettledTemplates.Of(deployed, assembly.Stacks);
        return only is null
            ? PassPlanner.Plan(deployed, wanted)
            : PassPlanner.PlanOnly(deployed, wanted, [.. wanted.Where(s => only.Contains(s.Name))]);
    }

    /// <summary>Deploys.</summary>
    /// <param name="assembly">What is wanted.</param>
    /// <param name="plan">The plan that was agreed to.</param>
    /// <param name="only">Names of the stacks that alone are deployed, or null for all.</param>
    /// <param name="withImages">Publishes images when the shared stacks are there; gives the assembly that names them, or null when nothing changes.</param>
    /// <param name="removes">True when stacks that are no longer wanted go.</param>
    /// <param name="cancellation">Stops at the next safe place.</param>
    /// <returns>How each stack ended, in order.</returns>
    /// <exception cref="LandfallException">CloudFormation gave up.</exception>
    public async Task<IReadOnlyList<StackReport>> RunAsync(
        Assembly assembly, PassPlan plan, IReadOnlyCollection<string>? only, Func<CancellationToken, Task<Assembly?>> withImages, bool removes, CancellationToken cancellation)
    {
        await DeployAsync(assembly, plan, plan.Of(Pass.Shared), cancellation).ConfigureAwait(false);
        if (await withImages(cancellation).ConfigureAwait(false) is { } published)
        {
            assembly = published;
            plan = PlanOf(await stacks.ReadAsync(cancellation).ConfigureAwait(false), assembly, only);
        }

        await DeployAsync(assembly, plan, plan.Of(Pass.Services), cancellation).ConfigureAwait(false);
        if (removes || plan.Unwanted.Count == 0)
            await RemoveAsync(assembly, plan, cancellation).ConfigureAwait(false);
        else
            SayWhatIsKept(plan);
        return _reports.All;
    }

    private async Task DeployAsync(Assembly assembly, PassPlan plan, IReadOnlyList<StackOperation> operations, CancellationToken cancellation)
    {
        foreach (var run in PassPlan.Runs(operations))
        {
            try
            {
                _reports.Add(await stacks.DeployAsync(assembly, run, Show, cancellation).ConfigureAwait(false));
            }
            catch (LandfallException e) when (e.Details is FailedDeployment failed)
            {
                _reports.Add(failed.Stacks);
                throw new LandfallException(e.Code, e.Message, e) { Details = failed with { Stacks = _reports.All } };
            }
            catch (InterruptedDeploymentException e)
            {
                var begun = run.Select(o => o.Stack).Concat(_reports.All.Select(r => r.Stack));
                var later = string.Join(", ", plan.Operations.Select(o => o.Stack).Except(begun, StringComparer.Ordinal));
                throw later.Length == 0 ? e : new InterruptedDeploymentException($"{e.State}\n  not begun: {later}", cancellation);
            }
        }
    }

    private void Show(IReadOnlyList<StackProgress> progress)
    {
        var shown = progress.Where(stack => stack.Status is not null || Awaited(stack.Stack)).ToList();
        if (shown.Count > 0)
            watcher.Show(shown);
    }

    private async Task RemoveAsync(Assembly assembly, PassPlan plan, CancellationToken cancellation)
    {
        foreach (var run in plan.Removals)
        {
            if (run[0].Pass == Pass.Settle)
            {
                await DeployAsync(assembly, plan, run, cancellation).ConfigureAwait(false);
                continue;
            }

            var deletion = await stacks.PlanDeletionAsync([.. run.Select(o => o.Stack)], cancellation).ConfigureAwait(false);
            foreach (var line in deletion.Lines)
                watcher.Say(line);
            _reports.Add(await stacks.DeleteAsync(deletion, watcher.Say, cancellation).ConfigureAwait(false));
        }
    }

    private void SayWhatIsKept(PassPlan plan)
    {
        var kept = string.Join(", ", plan.Of(Pass.Settle).Select(o => o.Stack).Distinct());
        if (kept.Length > 0)
            watcher.Say($"Kept for {string.Join(", ", plan.Unwanted)}: what is no longer in the file in {kept}.");
    }
}
