using System.Text.Json.Nodes;
using Amazon.CDK;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Dashboards;

/// <summary>Graphs of what services use.</summary>
internal static class DataGraphs
{
    // arn:aws:rds:region:account:cluster:name
    private const int NameInArn = 6;

    /// <summary>Adds the graphs of one edge of the <c>uses</c> graph; none of what has no metrics that tell anything.</summary>
    public static void Add(DashboardBody body, LandfallStack stack, UsePlan use)
    {
        switch (use.Kind)
        {
            case UseKind.Database:
                AddDatabase(body, stack, stack.Plan.Databases.First(database => database.Name == use.Target));
                break;
            case UseKind.Table:
                var table = stack.Plan.Tables.First(table => table.Name == use.Target);
                body.Graph($"{table.Title}: throttled", Throttles(stack, table));
                break;
            case UseKind.Queue or UseKind.QueueConsumer:
                AddQueue(body, stack, stack.Plan.Queues.First(queue => queue.Name == use.Target));
                break;
        }
    }

    /// <summary>What DynamoDB refuses of a table.</summary>
    private static IEnumerable<JsonArray> Throttles(LandfallStack stack, TablePlan table) =>
    [
        DashboardLine.Metric("reads", "AWS/DynamoDB", "ReadThrottleEvents", "Sum", ("TableName", stack.Names.Table(table.Name))),
        DashboardLine.Metric("writes", "AWS/DynamoDB", "WriteThrottleEvents", "Sum", ("TableName", stack.Names.Table(table.Name))),
    ];

    /// <summary>A metric of a queue.</summary>
    private static JsonArray OfQueue(string label, string metric, string queue) =>
        DashboardLine.Metric(label, "AWS/SQS", metric, "Maximum", ("QueueName", queue));

    private static void AddQueue(DashboardBody body, LandfallStack stack, QueuePlan queue)
    {
        var name = stack.Names.Queue(queue);
        body.Graph($"{queue.Title}: messages", [
            OfQueue("waiting", "ApproximateNumberOfMessagesVisible", name),
            OfQueue("in work", "ApproximateNumberOfMessagesNotVisible", name),
            OfQueue("dead letters", "ApproximateNumberOfMessagesVisible", stack.Names.DeadLetterQueue(queue)),
        ]);
        body.Graph($"{queue.Title}: oldest message (s)", [OfQueue("age", "ApproximateAgeOfOldestMessage", name)]);
    }

    private static void AddDatabase(DashboardBody body, LandfallStack stack, DatabasePlan database)
    {
        var aurora = database.Engine.IsAurora();
        var name = Fn.Select(NameInArn, Fn.Split(":", stack.Read(new DatabaseValues(database.Name).Arn)));
        body.Graph($"{database.Title}: capacity (%)", [aurora ? Line("ACU", "ACUUtilization", "Average") : Line("CPU", "CPUUtilization", "Average")]);
        body.Graph($"{database.Title}: connections", [Line("connections", "DatabaseConnections", "Maximum")]);
        body.Graph($"{database.Title}: latency (s)", [Line("reads", "ReadLatency", "Average"), Line("writes", "WriteLatency", "Average")]);

        JsonArray Line(string label, string metric, string statistic) =>
            DashboardLine.Metric(label, "AWS/RDS", metric, statistic, (aurora ? "DBClusterIdentifier" : "DBInstanceIdentifier", name));
    }
}
