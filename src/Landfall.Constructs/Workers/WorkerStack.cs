using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;

namespace Landfall.Constructs.Workers;

/// <summary>A service that consumes a queue.</summary>
public class WorkerStack : ServiceStack
{
    /// <summary>Creates the stack of a worker.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The worker.</param>
    public WorkerStack(LandfallApp app, WorkerServicePlan service)
        : base(app, service, service.Scale, service.Deploy, service.Alarms, route: null)
    {
        var queue = Plan.Queues.First(queue => queue.Name == service.Queue);
        MetricAlarm.Create(this, "DeadLetters", Runbooks.DeadLetters, $"Messages that {service.Title} could not handle are in the dead-letter queue.",
            "FILL(dead, 0)", 0, 1,
            [MetricAlarm.Metric("dead", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", ("QueueName", Names.DeadLetterQueue(queue)))]);
    }
}
