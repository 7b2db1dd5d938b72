using Landfall.Config.Dashboards;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Dashboards;

/// <summary>
/// The dashboard of an environment: which service is not well, and what its tasks, queues and tables do. It is in the stack
/// that is deployed first, and so shows what has its name from the plan; what AWS names is on the services' own.
/// </summary>
internal static class EnvironmentDashboard
{
    public static void AddTo(LandfallStack stack)
    {
        var plan = stack.Plan;
        var alarms = plan.Services.Select(service => Alarm(stack, service)).OfType<string>().ToArray();
        if (plan.Dashboards == DashboardMode.None || alarms.Length == 0)
        {
            return;
        }

        var body = new DashboardBody(stack);
        body.Alarms("Is everything well?", alarms);
        foreach (var graph in new EnvironmentGraphs(plan, name => stack.Names.Arn("states", $"stateMachine:{name}")).All())
        {
            body.Graph(graph.Title, graph.Lines.Select(line => DashboardLine.Metric(line.Label, line.Space, line.Metric, line.Statistic, [.. line.Dimensions])));
        }

        body.Create();
    }

    private static string? Alarm(LandfallStack stack, ServicePlan service) => service switch
    {
        ScaledServicePlan scaled when ServiceAlarms.HasFault(scaled) => Arn(stack, service, FaultAlarm.Id),
        JobServicePlan => Arn(stack, service, "Failed"),
        _ => null,
    };

    private static string Arn(LandfallStack stack, ServicePlan service, string id) =>
        stack.Names.Arn("cloudwatch", $"alarm:{stack.Plan.AwsNames.Alarm(service.Name, id)}");
}
