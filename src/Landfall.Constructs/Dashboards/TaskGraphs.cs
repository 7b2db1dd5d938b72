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
    /// A mark for graphs of requests: on the right axis, 1 while a new version replaces the old one. What AWS calls vertical annotations are
    /// times that stand in the dashboard (Amazon CloudWatch API, "Dashboard body structure and syntax", annotations), so that
    /// each deployment would have to write it anew.
    /// </summary>
    public static IEnumerable<JsonArray> Deployment(LandfallStack stack, ContainerServicePlan service)
    {
        var count = Insight(stack, "deployments", "DeploymentCount", service.Name);
        count[^1]!["id"] = "deployments";
        count[^1]!["visible"] = false;
        yield return count;
        yield return DashboardLine.Right(DashboardLine.Expression("deployment under way", "IF(deployments > 1, 1, 0)"));
    }

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
