using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Deployment;

/// <summary>CloudFormation and the CDK CLI for one environment.</summary>
/// <param name="target">Where its stacks are.</param>
/// <param name="deployments">Deploys with the CDK CLI.</param>
/// <param name="guard">Looks at change sets before stacks are executed.</param>
/// <param name="plan">The environment.</param>
/// <param name="passFolder">Where assemblies with other templates are written.</param>
/// <param name="time">The clock.</param>
internal sealed class StackService(
    AwsTarget target, DeploymentService deployments, ChangeSetGuard guard, AppPlan plan, string passFolder, TimeProvider time) : IStackService
{
    private readonly Destroyer _destroyer = new(target.Session, time);

    /// <inheritdoc />
    public Task<IReadOnlyList<DeployedStack>> ReadAsync(CancellationToken cancellation) =>
        EnvironmentStacks.ReadAsync(target.Session, plan, cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<StackReport>> DeployAsync(
        Assembly assembly, IReadOnlyList<StackOperation> run, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        var written = PassAssembly.Of(assembly, run, passFolder);
        if (!guard.Looks(run))
            return await deployments.DeployAsync(written, run, onProgress, cancellation).ConfigureAwait(false);

        var reports = new List<StackReport>();
        foreach (var group in ChangeSetGuard.Groups(run))
        {
            await guard.CheckAsync(written.Folder, group, cancellation).ConfigureAwait(false);
            reports.AddRange(await deployments.DeployAsync(written, group, onProgress, cancellation).ConfigureAwait(false));
        }

        return reports;
    }

    /// <inheritdoc />
    public async Task<DeletionPlan> PlanDeletionAsync(IReadOnlyList<string> stacks, CancellationToken cancellation)
    {
        var deployed = await EnvironmentStacks.ListAsync(target.Session, plan, cancellation).ConfigureAwait(false);
        return await _destroyer.PlanAsync([.. deployed.Where(s => stacks.Contains(s.Name))], cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StackReport>> DeleteAsync(DeletionPlan plan, Action<string> progress, CancellationToken cancellation) =>
        _destroyer.DestroyAsync(plan, progress, cancellation);
}
