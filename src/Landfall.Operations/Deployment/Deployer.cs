using Landfall.Config;
using Landfall.Operations.Accounts;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Processes;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Deployment;

/// <summary>The whole way from a folder to running stacks.</summary>
/// <param name="context">Who deploys.</param>
/// <param name="operation">What the audit trail calls it.</param>
internal sealed class Deployer(OperationContext context, string operation)
{
    /// <summary>Deploys.</summary>
    /// <param name="parameters">What to deploy.</param>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <param name="open">Opens the ground; that of the environment by default.</param>
    /// <returns>The deployment.</returns>
    /// <exception cref="LandfallException">It cannot begin, was not agreed to, or CloudFormation gave up.</exception>
    public async Task<DeploymentReport> DeployAsync(DeployParameters parameters, Agreed agreed, Func<Task<DeploymentGround>>? open = null)
    {
        var began = context.Time.GetTimestamp();
        using var ground = await (open?.Invoke() ?? DeploymentGround.OpenAsync(parameters, context)).ConfigureAwait(false);
        using var folder = await FolderLock.TakeAsync(ground.Project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var synthesis = EarlySynthesis.Begin(ground.Project, ground.Target.IsLocal, context);
        await using var alone = await EnvironmentLock.TakeAsync(folder, ground.Project, ground.Target, "deploy", context).ConfigureAwait(false);

        var intent = await PrepareAsync(ground, synthesis, parameters).ConfigureAwait(false);
        var reports = await new Recorder(ground.Project, ground.Target, operation, context)
            .RunAsync(record => CarryOutAsync(ground, intent, parameters, agreed, record)).ConfigureAwait(false);
        return await ReportAsync(ground, parameters, intent, reports, began).ConfigureAwait(false);
    }

    /// <summary>Does what is to be done, once somebody has agreed to it; nothing where all runs as it is wanted.</summary>
    /// <param name="ground">Where.</param>
    /// <param name="intent">What is to be done.</param>
    /// <param name="parameters">What to deploy.</param>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <param name="record">Where it is noted for the audit trail.</param>
    /// <returns>How each stack ended.</returns>
    /// <exception cref="LandfallException">It was not agreed to, or CloudFormation gave up.</exception>
    internal async Task<IReadOnlyList<StackReport>> CarryOutAsync(DeploymentGround ground, Intent intent, DeployParameters parameters, Agreed agreed, ChangeRecord record)
    {
        var unchanged = await intent.UnchangedAsync(ground.Target.Regions, context.Stop).ConfigureAwait(false);
        if (unchanged is not null && parameters.Change is null)
            return unchanged;

        var plan = intent.ToPlan();
        var gate = new Gate(context.Watcher)
        {
            Complete = async (change, stop) => await NewServiceRoles.AddAsync(
                await LostAmounts.AddAsync(change with { Renamed = Renaming.In(intent.Project.Plan) }, ground.Target.Regions, stop).ConfigureAwait(false),
                intent.Chosen,
                new ServiceRoleRecord(intent.Project, ground.Target.IsLocal).Services,
                ground.Target.Session,
                stop).ConfigureAwait(false),
        };
        var agreement = await gate.AgreeAsync(
            intent.Project.Plan.Environment, intent.Deployed, plan, agreed, parameters.Change, context.Stop).ConfigureAwait(false);
        if (agreement.Change.IsEmpty && unchanged is not null)
            return unchanged;

        if (parameters.Change is null && !agreed.Yes)
            await RequireAgreementAsync(ground, intent, parameters).ConfigureAwait(false);
        var stacks = new StackRecord(record, ground.Target.Regions);
        stacks.Begin(agreement.Change, intent.Deployed);
        try
        {
            var reports = await new Rollout(ground, intent, plan, agreement, context).RunAsync(parameters.RollbackOnFailure).ConfigureAwait(false);
            await stacks.EndAsync(reports, context.Stop).ConfigureAwait(false);
            return reports;
        }
        catch (LandfallException e)
        {
            await stacks.FailAsync(e, context.Stop).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Finds out what is to be done: reads what runs, synthesises what is wanted, clears what an earlier failure has left.</summary>
    private async Task<Intent> PrepareAsync(DeploymentGround ground, EarlySynthesis synthesis, DeployParameters parameters)
    {
        var (project, regions, say, stop) = (ground.Project, ground.Target.Regions, (Action<string>)context.Watcher.Say, context.Stop);
        var deployed = await EnvironmentStacks.ReadAsync(regions, project.Plan, stop).ConfigureAwait(false);
        if (deployed.Count == 0)
            await PreviewRoom.RequireAsync(regions.Home, project.Plan, stop).ConfigureAwait(false);
        if (ground.Local is null && deployed.Count > 0)
            project = await PublishedImages.FindAsync(project, regions.Home, ground.Built, stop).ConfigureAwait(false);
        var assembly = await synthesis.FinishAsync(project).ConfigureAwait(false);
        var chosen = StackChoice.Choose(assembly, project.Plan, parameters.Only);
        if (await new StackReadiness(regions, project.Plan, context.Time).MakeAsync(chosen.Select(s => s.Name), deployed, say, stop).ConfigureAwait(false))
            deployed = await EnvironmentStacks.ReadAsync(regions, project.Plan, stop).ConfigureAwait(false);
        return Intent.Of(project, assembly, chosen, parameters.Only.Count > 0, deployed);
    }

    /// <summary>A protected environment is not changed without somebody's yes, whatever the change does.</summary>
    private async Task RequireAgreementAsync(DeploymentGround ground, Intent intent, DeployParameters parameters)
    {
        var plan = intent.Project.Plan;
        if (!plan.Protect)
            return;
        var question = new Question(
            $"Deploy {intent.Chosen.Count} stacks to '{plan.Environment}' ({ground.Target.Account}, {ground.Target.Region})? It is protected; 'landfall diff {FolderArgument.Of(parameters.Folder)} --env {plan.Environment}' shows what would change.",
            "Add --yes to deploy a protected environment from a script.");
        if (!await context.Watcher.AgreeAsync(question, context.Stop).ConfigureAwait(false))
            throw new LandfallException(ErrorCodes.NotAgreed, "Nothing was deployed, because it was not agreed to.");
    }

    private async Task<DeploymentReport> ReportAsync(DeploymentGround ground, DeployParameters parameters, Intent intent, IReadOnlyList<StackReport> reports, long began)
    {
        var stacks = reports.All(r => r.Outcome == StackOutcome.Unchanged)
            ? [.. intent.Deployed.Select(d => d.Stack)]
            : await EnvironmentStacks.ListAsync(ground.Target.Regions, ground.Project.Plan, context.Stop).ConfigureAwait(false);
        var recorded = ground.Local is { } local ? await LocalAwsPages.RecordedAsync(local, context.Stop).ConfigureAwait(false) : [];
        return DeploymentReport.Of(ground, parameters, reports, stacks, recorded, context.Time.GetElapsedTime(began));
    }
}
