using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Dashboards;

/// <summary>Graphs of the tasks of services.</summary>
internal static class TaskGraphs
{
    /// <summary>A metric of ECS of a service.</summary>
    private static JsonArray Use(LandfallStack stack, string label, string metric, string service) =>
        DashboardLine.Metric(label, "AWS/ECS", metric, "Average", ("ClusterName", stack.Names.Cluster), ("ServiceName", service));

    /// <summary>A metric of Container Insights of a service.</summary>
    private static JsonArray Insight(LandfallStack stack, string label, string metric, string service) =>
        DashboardLine.Metric(label, "ECS/ContainerInsights", metric, "Average", ("ClusterName", stack.Names.Cluster), ("ServiceName", service));

    /// <summary>
    /// CPU, memory and the number of tasks of one service. A dashboard marks only times that stand in it, so that deployments
    /// are a line: two are there while a new version replaces the old one (Container Insights metrics, DeploymentCount).
    /// </summary>
    public static void Add(DashboardBody body, LandfallStack stack, ContainerServicePlan service)
    {
        body.Graph("CPU and memory (%)", [Use(stack, "CPU", "CPUUtilization", service.Name), Use(stack, "memory", "MemoryUtilization", service.Name)]);
        body.Graph("Tasks and deployments", [
            Insight(stack, "running", "RunningTaskCount", service.Name),
            Insight(stack, "wanted", "DesiredTaskCount", service.Name),
            DashboardLine.Right(Insight(stack, "deployments", "DeploymentCount", service.Name)),
        ]);
    }
}
