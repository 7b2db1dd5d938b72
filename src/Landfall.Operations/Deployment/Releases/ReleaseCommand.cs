using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment.Releases;

/// <summary>A service's release command, as a deployed stack tells how to run it.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Service">The service, whose name the container has.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="TaskDefinition">The ARN of the task definition.</param>
/// <param name="Subnets">Its subnets.</param>
/// <param name="SecurityGroups">Its security groups.</param>
/// <param name="Timeout">How long it may take.</param>
internal sealed record ReleaseCommand(
    string Stack, string Service, string Cluster, string TaskDefinition, IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups, TimeSpan Timeout)
{
    /// <summary>The family of the task definition: what is before the revision in its ARN.</summary>
    public string Family => TaskDefinition[(TaskDefinition.LastIndexOf('/') + 1)..].Split(':')[0];

    /// <summary>Reads the command of a stack.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <returns>The command.</returns>
    public static ReleaseCommand Of(AppPlan plan, string stack, IReadOnlyDictionary<string, string> outputs)
    {
        var service = plan.Services.OfType<ScaledServicePlan>().Single(s => plan.AwsNames.Stack(s.Name) == stack);
        return new ReleaseCommand(
            stack,
            service.Name,
            plan.AwsNames.Cluster,
            outputs[ReleaseTask.Output],
            outputs[ReleaseTask.Subnets].Split(','),
            outputs[ReleaseTask.SecurityGroups].Split(','),
            service.Release!.Timeout);
    }
}
