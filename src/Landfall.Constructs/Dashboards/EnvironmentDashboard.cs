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
        var running = plan.Services.OfType<ScaledServicePlan>().ToArray();
        var alarms = plan.Services.Select(service => Alarm(stack, service)).OfType<string>().ToArray();
        if (plan.Dashboards == DashboardMode.None || alarms.Length == 0)
        {
            return;
        }

        var body = new DashboardBody(stack);
        body.Alarms("Is everything well?", alarms);
        if (running.Length > 0)
        {
            body.Graph("Tasks", running.Select(service => TaskGraphs.Insight(stack, service.Title, "RunningTaskCount", service.Name)));
            body.Graph("CPU (%)", running.Select(service => TaskGraphs.Use(stack, service.Title, "CPUUtilization", service.Name)));
            body.Graph("Memory (%)", running.Select(service => TaskGraphs.Use(stack, service.Title, "MemoryUtilization", service.Name)));
        }

        if (plan.Queues.Count > 0)
        {
            body.Graph("Messages that wait", plan.Queues.Select(queue => DataGraphs.OfQueue(queue.Title, "ApproximateNumberOfMessagesVisible", stack.Names.Queue(queue))));
            body.Graph("Oldest message (s)", plan.Queues.Select(queue => DataGraphs.OfQueue(queue.Title, "ApproximateAgeOfOldestMessage", stack.Names.Queue(queue))));
            body.Graph("Dead letters", plan.Queues.Select(queue => DataGraphs.OfQueue(queue.Title, "ApproximateNumberOfMessagesVisible", stack.Names.DeadLetterQueue(queue))));
        }

        if (plan.Tables.Count > 0)
        {
            body.Graph("Throttled", plan.Tables.SelectMany(table => DataGraphs.Throttles(stack, table, $"{table.Title} ")));
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
