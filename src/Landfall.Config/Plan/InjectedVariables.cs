namespace Landfall.Config.Plan;

/// <summary>The environment variables that an edge of the <c>uses</c> graph brings into a container.</summary>
public static class InjectedVariables
{
    /// <summary>Names the variables.</summary>
    /// <param name="use">The edge.</param>
    /// <returns>
    /// For a prefix of <c>ORDERS</c>: a database's <c>ORDERS_HOST</c>, <c>_PORT</c>, <c>_NAME</c>, <c>_USER</c>,
    /// <c>_PASSWORD</c> and <c>_SECRET_ARN</c>; a table's <c>_TABLE</c>; a bucket's <c>_BUCKET</c>; a queue's <c>_QUEUE_URL</c>; a service's
    /// <c>_URL</c>; a user pool's <c>_USER_POOL_ID</c> and <c>_CLIENT_ID</c>; an EMR cluster's <c>_CLUSTER_ID</c>; the
    /// collector's <c>_ENDPOINT</c>; and for a secret the prefix itself.
    /// </returns>
    public static IReadOnlyList<string> Of(UsePlan use) => use.Kind switch
    {
        UseKind.Database =>
        [
            $"{use.Prefix}_HOST", $"{use.Prefix}_PORT", $"{use.Prefix}_NAME", $"{use.Prefix}_USER", $"{use.Prefix}_PASSWORD",
            $"{use.Prefix}_SECRET_ARN",
        ],
        UseKind.Table => [$"{use.Prefix}_TABLE"],
        UseKind.Bucket => [$"{use.Prefix}_BUCKET"],
        UseKind.Queue or UseKind.QueueConsumer => [$"{use.Prefix}_QUEUE_URL"],
        UseKind.Service => [$"{use.Prefix}_URL"],
        UseKind.Auth => [$"{use.Prefix}_USER_POOL_ID", $"{use.Prefix}_CLIENT_ID"],
        UseKind.EmrCluster => [$"{use.Prefix}_CLUSTER_ID"],
        UseKind.Telemetry => [$"{use.Prefix}_ENDPOINT"],
        _ => [use.Prefix],
    };
}
