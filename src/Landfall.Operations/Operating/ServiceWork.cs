using Landfall.Aws.Containers;
using Landfall.Aws.Scaling;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Sleep;
using Landfall.Operations.Status;

namespace Landfall.Operations.Operating;

/// <summary>
/// Changes one service without a deployment: finds it, shows what would be done, asks, does it while nobody else changes the
/// environment, and leaves an entry in the audit trail.
/// </summary>
/// <param name="parameters">Which service.</param>
/// <param name="operation">What is done.</param>
/// <param name="context">Who does it.</param>
internal sealed class ServiceWork(ServiceParameters parameters, string operation, OperationContext context)
{
    /// <summary>Does it.</summary>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <param name="plan">Says what is to be done, given the service.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="LandfallException">There is no such service, it cannot be changed, or it was not agreed to.</exception>
    public async Task<ServiceChanged> RunAsync(Agreed agreed, Func<FoundService, ServiceStep> plan)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var service = ServiceOf(project.Plan, parameters.Service);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);

        // A dry run changes nothing and waits for nobody, so it takes no lock.
        using var folder = parameters.DryRun ? null : await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = folder is null ? null : await EnvironmentLock.TakeAsync(folder, project, target, operation, context).ConfigureAwait(false);
        return await RunAsync(project, target, service, agreed, plan).ConfigureAwait(false);
    }

    /// <summary>Tells what it would do, and does nothing.</summary>
    /// <param name="plan">Says what is to be done, given the service.</param>
    /// <returns>The change.</returns>
    /// <exception cref="LandfallException">There is no such service, or it cannot be changed.</exception>
    public async Task<Change> PreviewAsync(Func<FoundService, ServiceStep> plan)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var service = ServiceOf(project.Plan, parameters.Service);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var found = await FindAsync(project.Plan, target, service).ConfigureAwait(false);
        return PreviewOf(project.Plan, found, operation, plan(found));
    }

    /// <summary>What a step does, as a change.</summary>
    internal static Change PreviewOf(AppPlan plan, FoundService found, string operation, ServiceStep step)
    {
        // The version too: a service that somebody else has restarted or released meanwhile is not the one that was looked at.
        var now = $"{step.Before}, version {(found.Running.Versions.Count == 0 ? "none" : found.Running.Versions[0].Id)}";
        var text = string.Join(' ', new[] { $"{found.Title}: {step.Before} → {step.After}.", step.Harm, step.Note }.OfType<string>());
        var kind = step.Harm is null ? EffectKind.Cost : step.Kind;
        return OperationChange.Of(
            plan.Environment, operation, plan.AwsNames.Stack(found.Deployed.Name), found.Title, now, step.After,
            step.DoAsync is null ? null : (kind, step.Harm is not null && kind != EffectKind.Restarts, text));
    }

    /// <summary>Does it in the AWS that the environment is in.</summary>
    internal async Task<ServiceChanged> RunAsync(Project project, AwsTarget target, ServicePlan service, Agreed agreed, Func<FoundService, ServiceStep> plan)
    {
        var found = await FindAsync(project.Plan, target, service).ConfigureAwait(false);
        var step = plan(found);
        var changes = step.DoAsync is not null && !parameters.DryRun;
        if (changes)
        {
            await RequireAgreementAsync(project.Plan, service, step, agreed).ConfigureAwait(false);
            await new Recorder(project, target, operation, context).RunAsync(async record =>
            {
                record.Begin(new ChangedSubject(service.Name, step.Before, step.After));
                await step.DoAsync!().ConfigureAwait(false);
                return step;
            }).ConfigureAwait(false);
        }

        return new ServiceChanged(project.Plan.App, project.Plan.Environment, service.Title, operation, step.Before, step.After, changes, parameters.DryRun) { Note = step.Note };
    }

    /// <summary>The one service that is meant, which runs tasks of its own.</summary>
    internal static ServicePlan ServiceOf(AppPlan plan, string name)
    {
        var service = ServiceChoice.Of(plan, [name])[0];
        return service is ContainerServicePlan and not JobServicePlan
            ? service
            : throw new LandfallException(ErrorCodes.ServiceNotRunning, $"'{service.Title}' is a {(service is JobServicePlan ? "job, whose tasks run once" : "site, which has no tasks")}. Name a service that keeps tasks running.");
    }

    private async Task<FoundService> FindAsync(AppPlan plan, AwsTarget target, ServicePlan service)
    {
        var stacks = target.Regions.ClientOf(plan.AwsNames.Stack(service.Name));
        if (await stacks.FindStackAsync(plan.AwsNames.Stack(service.Name), context.Stop).ConfigureAwait(false) is not { } stack || !StackStates.Stands(stack.Status))
            throw new LandfallException(ErrorCodes.NotDeployed, $"'{service.Title}' is not deployed to '{plan.Environment}', or CloudFormation is at work on it. 'landfall deploy' deploys it.");
        var deployed = DeployedService.In([new DeployedStack(stack, await StackTemplate.FetchAsync(stacks, stack.Name, context.Stop).ConfigureAwait(false))]);
        if (deployed.FirstOrDefault(one => one.Name == service.Name) is not { } found
            || await new ContainerServiceClient(target.Session).FindServiceAsync(found.Cluster, found.Name, context.Stop).ConfigureAwait(false) is not { } running)
        {
            throw new LandfallException(ErrorCodes.ServiceNotRunning, $"'{service.Title}' was deployed to run no task in '{plan.Environment}'. Give it tasks in the file, or release its first image, and deploy.");
        }

        var limits = found.HasLimits ? await new ScalingClient(target.Session).FindLimitsAsync(found.Cluster, found.Name, context.Stop).ConfigureAwait(false) : null;
        return new FoundService(target, service.Title, found, running, limits);
    }

    private async Task RequireAgreementAsync(AppPlan plan, ServicePlan service, ServiceStep step, Agreed agreed)
    {
        if (step.Harm is null)
            return;
        var question = new Question($"{char.ToUpperInvariant(operation[0])}{operation[1..]} {service.Title} of {plan.App} {plan.Environment}? {step.Harm}", $"Add --yes to {operation} from a script.");
        await agreed.RequireAsync(question, $"{service.Title} was left as it is.", context).ConfigureAwait(false);
    }
}
