using System.Globalization;
using Landfall.Aws.Containers;
using Landfall.Aws.Scaling;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Sleep;

/// <summary>Sets how many tasks the services of an environment are to run.</summary>
/// <param name="context">Who does it.</param>
internal sealed class EnvironmentTasks(OperationContext context)
{
    /// <summary>Puts an environment to sleep, or wakes it.</summary>
    /// <param name="parameters">Which one.</param>
    /// <param name="asleep">True for zero tasks, false for what was deployed.</param>
    /// <param name="question">Asks for agreement, given how many services will stop; null where none is needed.</param>
    /// <param name="agreed">What the caller has agreed to beforehand.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="LandfallException">The environment is not deployed, somebody else works on it, or it was not agreed to.</exception>
    public async Task<SleepReport> SetAsync(SleepParameters parameters, bool asleep, Func<string, int, Question>? question, Agreed agreed)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);

        // A dry run changes nothing and waits for nobody, so it takes no lock.
        using var folder = parameters.DryRun ? null : await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        await using var alone = folder is null ? null : await EnvironmentLock.TakeAsync(folder, project, target, asleep ? "sleep" : "wake", context).ConfigureAwait(false);

        var stacks = await EnvironmentStacks.ReadAsync(target.Regions, plan, context.Stop).ConfigureAwait(false);
        if (stacks.Count == 0)
            throw new LandfallException(ErrorCodes.NotDeployed, $"{plan.App} {plan.Environment} is not deployed, so that there is nothing to {(asleep ? "put to sleep" : "wake")}. 'landfall deploy' deploys it.");

        var services = DeployedService.In(stacks);
        var counts = await Task.WhenAll(services.Select(service => CountAsync(target, service, asleep))).ConfigureAwait(false);
        if (!parameters.DryRun)
        {
            var stopped = counts.Count(count => count.Before > count.After);
            if (question is not null && stopped > 0)
                await agreed.RequireAsync(question($"{plan.App} {plan.Environment}", stopped), $"{plan.App} {plan.Environment} was left as it is.", context).ConfigureAwait(false);
            await new Recorder(project, target, asleep ? "sleep" : "wake", context).RunAsync(async record =>
            {
                record.Begin(counts.Select(count => count.ToSubject()));
                foreach (var (service, count) in services.Zip(counts))
                    await SetAsync(target, service, count.After, asleep).ConfigureAwait(false);
                return counts;
            }).ConfigureAwait(false);
        }

        return new SleepReport(plan.App, plan.Environment, asleep, parameters.DryRun, counts, asleep ? StandingCosts.Of(stacks) : [])
        {
            Until = plan.NightSchedule is { } night ? $"{(asleep ? night.Start : night.Stop).ToString("HH:mm", CultureInfo.InvariantCulture)} {night.TimeZone} ({night.Days.ToLowerInvariant()})" : null,
        };
    }

    private async Task<TaskCount> CountAsync(AwsTarget target, DeployedService service, bool asleep)
    {
        var running = await new ContainerServiceClient(target.Session).FindServiceAsync(service.Cluster, service.Name, context.Stop).ConfigureAwait(false);
        var before = running?.DesiredCount ?? 0;
        return new TaskCount(service.Name, before, asleep ? 0 : Math.Max(before, service.Least));
    }

    /// <summary>
    /// The limits first, or scaling would start the tasks again. The number is set besides: "current capacity will be adjusted
    /// within the specified range when scaling starts" (Application Auto Scaling API Reference, RegisterScalableTarget).
    /// </summary>
    private async Task SetAsync(AwsTarget target, DeployedService service, int count, bool asleep)
    {
        if (service.HasLimits)
            await new ScalingClient(target.Session).SetLimitsAsync(service.Cluster, service.Name, asleep ? 0 : service.Least, asleep ? 0 : service.Most, context.Stop).ConfigureAwait(false);
        await new ContainerServiceClient(target.Session).SetDesiredCountAsync(service.Cluster, service.Name, count, context.Stop).ConfigureAwait(false);
    }
}
