using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Jobs;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Releases;

namespace Landfall.Operations.OneOff;

/// <summary>Finds what the tasks of a service run with: as it is deployed, not as the file has it.</summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
internal sealed class RunSources(AwsTarget target, AppPlan plan)
{
    /// <summary>Finds what the tasks of a service or job run with.</summary>
    /// <param name="service">The service or job.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The source.</returns>
    /// <exception cref="LandfallException">It is not deployed.</exception>
    public async Task<RunSource> OfServiceAsync(ContainerServicePlan service, CancellationToken stop)
    {
        if (service is JobServicePlan)
            return OfMachine(await new JobClient(target.Session).FindDefinitionAsync(JobMachine.ArnOf(target, plan, service), stop).ConfigureAwait(false) ?? throw NotDeployed(service));
        var running = await FindAsync(service, stop).ConfigureAwait(false) ?? throw NotDeployed(service);
        return new RunSource(plan.AwsNames.Cluster, running.TaskDefinition, running.Subnets, running.SecurityGroups);
    }

    /// <summary>Finds what the release command of a service runs with.</summary>
    /// <param name="service">The service.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The source.</returns>
    /// <exception cref="LandfallException">The service is not deployed with a release command.</exception>
    public async Task<RunSource> OfReleaseAsync(ContainerServicePlan service, CancellationToken stop)
    {
        var stack = plan.AwsNames.Stack(service.Name);
        var outputs = (await target.Regions.ClientOf(stack).FindStackAsync(stack, stop).ConfigureAwait(false) ?? throw NotDeployed(service)).Outputs;
        if (!outputs.ContainsKey(ReleaseTask.Output) || service is not ScaledServicePlan { Release: not null })
            throw new LandfallException(ErrorCodes.RunChoice, $"'{service.Title}' is deployed without a release command. Name it as 'release.command' in the file and deploy, or give the command itself: landfall run {service.Title} \"…\".");
        var command = ReleaseCommand.Of(plan, stack, outputs);
        return new RunSource(command.Cluster, command.TaskDefinition, command.Subnets, command.SecurityGroups);
    }

    /// <summary>The state machine starts the tasks of a job, and says with what: see the constructs of jobs.</summary>
    private static RunSource OfMachine(string definition)
    {
        var run = JsonNode.Parse(definition)!["States"]!["Run"]!["Parameters"]!;
        var network = run["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        return new RunSource((string)run["Cluster"]!, (string)run["TaskDefinition"]!, Texts(network["Subnets"]), Texts(network["SecurityGroups"]));
    }

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(one => (string)one!)];

    private async Task<RunningService?> FindAsync(ContainerServicePlan service, CancellationToken stop) =>
        (await new ClusterClient(target.Session).ListServicesAsync(plan.AwsNames.Cluster, [service.Name], stop).ConfigureAwait(false)).FirstOrDefault();

    private LandfallException NotDeployed(ServicePlan service) =>
        new(ErrorCodes.NotDeployed, $"'{service.Title}' is not deployed to '{plan.Environment}', so that nothing of it can run. Deploy first: landfall deploy --env {plan.Environment}.");
}
