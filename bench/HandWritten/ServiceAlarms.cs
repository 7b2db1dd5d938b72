using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Events;
using Constructs;

namespace HandWritten;

/// <summary>What watches one service: the alarms that Landfall gives a web service, and one above them that calls.</summary>
internal sealed class ServiceAlarms(Construct scope, NetworkStack network, string service)
{
    /// <summary>Adds the alarms.</summary>
    /// <param name="target">The service's target group.</param>
    /// <returns>The names of those that take a deployment back.</returns>
    public string[] AddAll(ApplicationTargetGroup target)
    {
        var minute = new MetricOptions { Period = Duration.Minutes(1) };
        var rate = Expression("100 * e / r", ("e", target.Metrics.HttpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, minute)), ("r", target.Metrics.RequestCount(minute)));
        var latency = target.Metrics.TargetResponseTime(new MetricOptions { Period = Duration.Minutes(1), Statistic = "p99" });
        var missing = Expression("FILL(desired, 0) - FILL(running, 0)", ("desired", Insight("DesiredTaskCount")), ("running", Insight("RunningTaskCount")));
        var used = Expression("IF(FILL(cpu, 0) > FILL(memory, 0), FILL(cpu, 0), FILL(memory, 0))", ("cpu", Usage("CPUUtilization")), ("memory", Usage("MemoryUtilization")));
        Alarm[] rollback = [Add("ErrorRate", rate, 1, 3), Add("LatencyP99", latency, 0.8, 3), Add("UnhealthyHosts", target.Metrics.UnhealthyHostCount(minute), 0, 3)];
        Alarm[] others = [Add("MissingTasks", missing, 0, 10), Add("Crashes", Counted("Crash", 15, "ECS Task State Change", Ends()), 2, 1)];
        Calls(Add("Saturation", used, 90, 15));
        Calls(Add("FailedDeployment", Counted("FailedDeployment", 5, "ECS Deployment State Change", Failures()), 0, 1));
        var fault = new CompositeAlarm(scope, "Fault", new CompositeAlarmProps
        {
            CompositeAlarmName = $"hand-{service}-Fault",
            AlarmRule = AlarmRule.AnyOf([.. rollback.Concat(others).Select(alarm => AlarmRule.FromAlarm(alarm, AlarmState.ALARM))]),
        });
        fault.AddAlarmAction(new SnsAction(network.Topic));
        fault.AddOkAction(new SnsAction(network.Topic));
        return [.. rollback.Select(alarm => $"hand-{service}-{alarm.Node.Id}")];
    }

    private Dictionary<string, object> Ends() => new()
    {
        ["group"] = new[] { $"service:{service}" },
        ["lastStatus"] = new[] { "STOPPED" },
        ["stopCode"] = new[] { "EssentialContainerExited", "TaskFailedToStart" },
    };

    private static Dictionary<string, object> Failures() => new() { ["eventName"] = new[] { "SERVICE_DEPLOYMENT_FAILED" } };

    private Metric Counted(string id, int minutes, string kind, Dictionary<string, object> detail)
    {
        var rule = new Rule(scope, $"{id}Rule", new RuleProps { EventPattern = new EventPattern { Source = ["aws.ecs"], DetailType = [kind], Detail = detail } });
        return new Metric(new MetricProps
        {
            Namespace = "AWS/Events",
            MetricName = "TriggeredRules",
            Period = Duration.Minutes(minutes),
            Statistic = "Sum",
            DimensionsMap = new Dictionary<string, string> { ["RuleName"] = rule.RuleName },
        });
    }

    private static MathExpression Expression(string expression, params (string Name, IMetric Metric)[] metrics) => new(new MathExpressionProps
    {
        Expression = expression,
        UsingMetrics = metrics.ToDictionary(metric => metric.Name, metric => metric.Metric),
        Period = Duration.Minutes(1),
    });

    private Metric Insight(string metric) => OfService("ECS/ContainerInsights", metric);

    private Metric Usage(string metric) => OfService("AWS/ECS", metric);

    private Metric OfService(string area, string metric) => new(new MetricProps
    {
        Namespace = area,
        MetricName = metric,
        Period = Duration.Minutes(1),
        DimensionsMap = new Dictionary<string, string> { ["ClusterName"] = "hand", ["ServiceName"] = service },
    });

    // Named, because a service whose alarms are references would wait for alarms that wait for its target group.
    private Alarm Add(string id, IMetric metric, double threshold, int periods) => new(scope, id, new AlarmProps
    {
        AlarmName = $"hand-{service}-{id}",
        Metric = metric,
        Threshold = threshold,
        EvaluationPeriods = periods,
        ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
        TreatMissingData = TreatMissingData.NOT_BREACHING,
    });

    private void Calls(Alarm alarm)
    {
        alarm.AddAlarmAction(new SnsAction(network.Topic));
        alarm.AddOkAction(new SnsAction(network.Topic));
    }
}
