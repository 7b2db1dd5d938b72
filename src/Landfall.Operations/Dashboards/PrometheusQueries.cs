using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Operations.Dashboards;

/// <summary>
/// What the collectors of an environment send to Prometheus, as its queries. A metric's name gets its unit and <c>_total</c>,
/// <c>_bucket</c>, <c>_sum</c> or <c>_count</c>, dots become underscores, and <c>job</c> is <c>service.namespace/service.name</c>
/// (OpenTelemetry, "Prometheus and OpenMetrics Compatibility"). Requests are measured by <c>http.server.request.duration</c>
/// in seconds, and by libraries that have not moved to it by <c>http.server.duration</c> in milliseconds (OpenTelemetry, "Semantic
/// conventions for HTTP metrics", "HTTP semantic convention stability migration").
/// </summary>
internal static class PrometheusQueries
{
    /// <summary>What Grafana fills in: as long as it takes to see a counter move (Grafana documentation, "Prometheus query editor").</summary>
    public const string Window = "$__rate_interval";

    private const string Now = "http_server_request_duration_seconds";

    private const string Before = "http_server_duration_milliseconds";

    /// <summary>The job of a service.</summary>
    public static string Job(AppPlan plan, ServicePlan service) => $"{plan.Prefix}/{service.Title}";

    /// <summary>Requests a minute.</summary>
    public static string Requests(string job) => $"60 * {Seen(job)}";

    /// <summary>The share of requests that a server error answered, in percent; nothing while there are no requests.</summary>
    public static string Errors(string job) => $"100 * ({Rate(Now, job, "http_response_status_code")} or {Rate(Before, job, "http_status_code")} or vector(0)) / {Seen(job)}";

    /// <summary>The time within which a share of the requests is answered, in seconds.</summary>
    public static string Time(string job, double share)
    {
        var quantile = share.ToString(CultureInfo.InvariantCulture);
        return $"{Quantile(Now)} or {Quantile(Before)} / 1000";

        string Quantile(string metric) => $"histogram_quantile({quantile}, sum by (le) (rate({metric}_bucket{{job=\"{job}\"}}[{Window}])))";
    }

    /// <summary>
    /// The revisions of task definitions that have begun to send: each is a deployment (resourcedetectionprocessor, "Amazon ECS",
    /// aws.ecs.task.revision). Resource attributes that are no part of a job's name stand on <c>target_info</c> alone.
    /// </summary>
    public static string Deployments(IEnumerable<string> jobs)
    {
        var all = $"group by (job, aws_ecs_task_revision) (target_info{{job=~\"{string.Join('|', jobs)}\"";
        return $"{all}}}) unless {all}}} offset 5m)";
    }

    private static string Seen(string job) => $"({Rate(Now, job)} or {Rate(Before, job)})";

    private static string Rate(string metric, string job, string? status = null) =>
        $"sum(rate({metric}_count{{job=\"{job}\"{(status is null ? "" : $", {status}=~\"5..\"")}}}[{Window}]))";
}
