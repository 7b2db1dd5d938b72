using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Deployment.Releases;

namespace Landfall.Operations.Deployment;

/// <summary>CloudFormation and the CDK CLI for one environment.</summary>
/// <param name="target">Where its stacks are.</param>
/// <param name="deployments">Deploys with the CDK CLI.</param>
/// <param name="guard">Looks at change sets before stacks are executed.</param>
/// <param name="releases">Runs release commands.</param>
/// <param name="plan">The environment.</param>
/// <param name="passFolder">Where assemblies with other templates are written.</param>
/// <param name="time">The clock.</param>
internal sealed class StackService(
    AwsTarget target, DeploymentService deployments, ChangeSetGuard guard, ReleaseCommands releases, AppPlan plan, string passFolder, TimeProvider time) : IStackService
{
    private readonly Destroyer _destroyer = new(target.Regions, time);
    private readonly CarriedValues _carried = new(target.Regions, plan);

    /// <inheritdoc />
    public Task<IReadOnlyList<DeployedStack>> ReadAsync(CancellationToken cancellation) =>
        EnvironmentStacks.ReadAsync(target.Regions, plan, cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<StackReport>> DeployAsync(
        Assembly assembly, IReadOnlyList<StackOperation> run, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        var reports = new List<StackReport>();
        var before = await releases.ReadAsync(run, cancellation).ConfigureAwait(false);
        try
        {
            foreach (var part in RegionParts.Of(run, target.Regions.IsElsewhere))
            {
                if (part.Any(o => target.Regions.IsElsewhere(o.Stack)))
                    await _carried.MarkAsync(cancellation).ConfigureAwait(false);
                await _carried.BringAsync(cancellation).ConfigureAwait(false);
                await DeployPartAsync(assembly, part, reports, onProgress, cancellation).ConfigureAwait(false);
            }
        }
        catch (LandfallException e) when (e.Details is FailedDeployment failed)
        {
            throw new LandfallException(e.Code, e.Message, e) { Details = failed with { Stacks = [.. reports, .. failed.Stacks] } };
        }

        if (run.Any(o => target.Regions.IsElsewhere(o.Stack)))
            await _carried.BringAsync(cancellation).ConfigureAwait(false);
        await releases.RunAsync(run, before, reports, cancellation).ConfigureAwait(false);
        return reports;
    }

    /// <inheritdoc />
    public async Task<DeletionPlan> PlanDeletionAsync(IReadOnlyList<string> stacks, CancellationToken cancellation)
    {
        var deployed = await EnvironmentStacks.ListAsync(target.Regions, plan, cancellation).ConfigureAwait(false);
        return await _destroyer.PlanAsync([.. deployed.Where(s => stacks.Contains(s.Name))], cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StackReport>> DeleteAsync(DeletionPlan plan, Action<string> progress, CancellationToken cancellation)
    {
        var reports = await _destroyer.DestroyAsync(plan, progress, cancellation).ConfigureAwait(false);
        await _carried.BringAsync(cancellation).ConfigureAwait(false);
        return reports;
    }

    private async Task DeployPartAsync(
        Assembly assembly, IReadOnlyList<StackOperation> part, List<StackReport> reports, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        var written = PassAssembly.Of(assembly, part, passFolder);
        foreach (var group in guard.Looks(part) ? ChangeSetGuard.Groups(part) : [part])
        {
            await guard.CheckAsync(written.Folder, group, cancellation).ConfigureAwait(false);
            reports.AddRange(await deployments.DeployAsync(written, group, onProgress, cancellation).ConfigureAwait(false));
        }
    }
}
