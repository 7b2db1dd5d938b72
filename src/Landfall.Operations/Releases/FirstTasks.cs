using Landfall.Aws.Containers;
using Landfall.Config.Values;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Sleep;

namespace Landfall.Operations.Releases;

/// <summary>
/// Starts the first tasks of a service that scales. Its number is scaling's, so that CloudFormation leaves it at zero: it is set
/// to the least, and the tasks are waited for as CloudFormation waits for those of a service with a fixed number.
/// </summary>
/// <param name="target">The account and region.</param>
/// <param name="context">Who asks for it.</param>
internal sealed class FirstTasks(AwsTarget target, OperationContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Starts them.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <returns>Why they do not run; null where they do.</returns>
    public async Task<StackFailure?> StartAsync(string stack, CancellationToken stop)
    {
        var stacks = target.Regions.ClientOf(stack);
        if (await stacks.FindStackAsync(stack, stop).ConfigureAwait(false) is not { } found)
            return null;
        var deployed = new DeployedStack(found, await StackTemplate.FetchAsync(stacks, stack, stop).ConfigureAwait(false));
        if (DeployedService.In([deployed]).FirstOrDefault(service => service is { HasLimits: true, Least: > 0 }) is not { } service)
            return null;
        var client = new ContainerServiceClient(target.Session);
        var since = context.Time.GetUtcNow();
        await client.SetDesiredCountAsync(service.Cluster, service.Name, service.Least, stop).ConfigureAwait(false);
        if (target.IsLocal)
            return null; // the local AWS runs no tasks that could be waited for

        context.Watcher.Say($"Waiting for the first {(service.Least == 1 ? "task" : $"{service.Least} tasks")} of {service.Name} …");
        var inspector = new ServiceInspector(target.Session);
        while (true)
        {
            var arn = $"service/{service.Cluster}/{service.Name}";
            if (await inspector.InspectAsync(stack, "Service", arn, since, stop).ConfigureAwait(false) is { } failure)
                return new StackFailure(stack, failure.Resource, "AWS::ECS::Service", failure.Reason) { Evidence = failure.Evidence };
            if ((await client.FindServiceAsync(service.Cluster, service.Name, stop).ConfigureAwait(false))?.RunningCount >= service.Least)
                return null;
            if (context.Time.GetUtcNow() - since > Longest)
                return new StackFailure(stack, "Service", "AWS::ECS::Service", $"Its tasks did not start within {Duration.Format(Longest)}.");
            await Task.Delay(Pause, context.Time, stop).ConfigureAwait(false);
        }
    }
}
