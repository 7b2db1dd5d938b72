namespace Landfall.AIOps.Changes;

/// <summary>Reads events of Amazon EventBridge (their <c>source</c>, <c>detail-type</c> and status) as signals.</summary>
public static class AwsEvents
{
    /// <summary>Turns one event into a signal.</summary>
    /// <param name="time">The event's <c>time</c>.</param>
    /// <param name="node">The node of the topology that its resources belong to.</param>
    /// <param name="source">The event's <c>source</c>, for example <c>aws.ecs</c>.</param>
    /// <param name="detailType">The event's <c>detail-type</c>, for example <c>ECS Task State Change</c>.</param>
    /// <param name="status">What its detail says: a state, an event name or a stop reason.</param>
    public static ChangeEvent Read(DateTimeOffset time, string node, string source, string detailType, string status)
    {
        ArgumentException.ThrowIfNullOrEmpty(node);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(detailType);
        var text = status ?? "";
        return new ChangeEvent(time, node, KindOf(source, detailType, text), text.Length == 0 ? detailType : $"{detailType}: {text}", source);
    }

    // The detail types are those of the EventBridge reference of each service.
    private static ChangeKind KindOf(string source, string detailType, string status)
    {
        if (Has(status, "OutOfMemory") || Has(status, "OOM"))
            return ChangeKind.OutOfMemory;
        return source switch
        {
            "aws.ecs" when Has(detailType, "Deployment") => ChangeKind.Deployment,
            "aws.ecs" when Has(status, "CannotPull") || Has(status, "unable to place") => ChangeKind.StartFailure,
            "aws.ecs" when Has(status, "health check") => ChangeKind.Unhealthy,
            "aws.ecs" when Has(detailType, "Task State") => ChangeKind.Restart,
            "aws.codedeploy" or "aws.codepipeline" or "aws.cloudformation" => ChangeKind.Deployment,
            "aws.ssm" or "aws.appconfig" or "aws.secretsmanager" or "aws.config" => ChangeKind.Configuration,
            "aws.autoscaling" or "aws.application-autoscaling" => ChangeKind.Scaling,
            "aws.rds" when Has(status, "failover") => ChangeKind.Infrastructure,
            "aws.rds" when Has(status, "configuration") || Has(status, "parameter") => ChangeKind.Configuration,
            "aws.rds" when Has(status, "restart") || Has(status, "reboot") || Has(status, "shutdown") => ChangeKind.Restart,
            "aws.ec2" or "aws.health" => ChangeKind.Infrastructure,
            "aws.lambda" => ChangeKind.Deployment,
            _ => ChangeKind.Other,
        };
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
