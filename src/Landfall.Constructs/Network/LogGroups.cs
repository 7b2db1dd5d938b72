using Amazon.CDK.AWS.Logs;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Network;

/// <summary>
/// The services' log groups. They are here and not with the services: what a service wrote outlives a failed first
/// deployment of it, which takes the service's own stack back, and a stack that goes cannot be in the way of another one
/// that needs the same name.
/// </summary>
internal static class LogGroups
{
    /// <summary>Creates the log groups of every service.</summary>
    /// <param name="stack">The network stack.</param>
    public static void Create(LandfallStack stack)
    {
        foreach (var service in stack.Plan.Services)
        {
            switch (service)
            {
                case JobServicePlan job:
                    Add(stack, "LogsOf", job.Name, stack.Names.LogGroup(job.Name), job.Task.LogDays);
                    Add(stack, "RunLogsOf", job.Name, stack.Names.RunLogGroup(job.Name), job.Task.LogDays);
                    break;
                case ContainerServicePlan container:
                    Add(stack, "LogsOf", container.Name, stack.Names.LogGroup(container.Name), container.Task.LogDays);
                    if (container is ScaledServicePlan { Deploy.Checks.Count: > 0 })
                    {
                        Add(stack, "CheckLogsOf", container.Name, stack.Names.ChecksLogGroup(container.Name), container.Task.LogDays);
                    }

                    break;
                case SiteServicePlan site:
                    Add(stack, "DeployLogsOf", site.Name, stack.Names.DeployLogGroup(site.Name), stack.Plan.Network.LogDays);
                    break;
            }
        }
    }

    private static void Add(LandfallStack stack, string kind, string service, string name, int days) =>
        _ = new CfnLogGroup(stack, $"{kind}{ConstructId.From(service)}", new CfnLogGroupProps { LogGroupName = name, RetentionInDays = days });
}
