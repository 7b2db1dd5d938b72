namespace Landfall.Aws.Containers;

/// <summary>A target group that a version of a service is in, as CloudWatch calls it.</summary>
/// <param name="TargetGroup">The value of its dimension, for example <c>targetgroup/api/73e2d6bc24d8a067</c>.</param>
/// <param name="LoadBalancer">The value of the dimension of its load balancer, for example <c>app/shop/50dc6c495c0c9188</c>.</param>
public sealed record ServedGroup(string TargetGroup, string LoadBalancer)
{
    /// <summary>
    /// Reads what ECS has resolved for a version. The dimensions are the last parts of the ARNs (Application Load Balancers guide,
    /// "Metric dimensions for Application Load Balancers"); a rule or a listener has its load balancer's in its own.
    /// </summary>
    /// <param name="targetGroup">The target group's ARN.</param>
    /// <param name="rule">The ARN of the rule, or of the listener, that leads to it.</param>
    /// <returns>The group; null where the ARNs are not such.</returns>
    internal static ServedGroup? Of(string targetGroup, string rule) =>
        targetGroup.Split(':')[^1] is var group && group.StartsWith("targetgroup/", StringComparison.Ordinal)
        && rule.Split(':')[^1].Split('/') is [var kind, var type, var name, var id, ..] && kind is "listener-rule" or "listener"
            ? new ServedGroup(group, $"{type}/{name}/{id}")
            : null;
}
