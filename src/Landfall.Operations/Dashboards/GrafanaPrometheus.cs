using System.Text.Json.Nodes;
using Landfall.Config.Dashboards;
using Landfall.Config.Plan;

namespace Landfall.Operations.Dashboards;

/// <summary>What of a dashboard of Grafana's comes from Prometheus, where the environment's collectors send to one.</summary>
/// <param name="plan">The environment.</param>
internal sealed class GrafanaPrometheus(AppPlan plan)
{
    private const string Variable = "prometheus";

    // Grafana 13 moves whatever signs requests to the data source that AWS's has of its own (Grafana documentation, "Connect to
    // Amazon Managed Service for Prometheus").
    private readonly string _type = plan.Telemetry?.Backend == TelemetryBackend.Amp ? "grafana-amazonprometheus-datasource" : "prometheus";

    /// <summary>True where the collectors send their metrics to Prometheus.</summary>
    public bool IsThere => plan.Telemetry is { Backend: TelemetryBackend.Prometheus or TelemetryBackend.Amp } telemetry && telemetry.Signals.Contains(TelemetrySignal.Metrics) && Sending.Length > 0;

    // The gateway sends nothing of its own.
    private ContainerServicePlan[] Sending => [.. plan.Services.OfType<ContainerServicePlan>().Where(service => service.Task.Telemetry is not null && service.Name != TelemetryPlan.Name)];

    private ContainerServicePlan[] Serving => [.. Sending.Where(service => service is WebServicePlan or InternalServicePlan)];

    /// <summary>The choice of the data source.</summary>
    public JsonObject Choice() => new() { ["name"] = Variable, ["label"] = "Prometheus", ["type"] = "datasource", ["query"] = _type };

    /// <summary>Requests, errors and times of services that are asked.</summary>
    public IEnumerable<GrafanaPanel> Panels() => Serving.Length == 0 ? [] :
    [
        Panel("Requests a minute", GraphUnit.Count, PrometheusQueries.Requests),
        Panel("5xx answers (%)", GraphUnit.Percent, PrometheusQueries.Errors),
        Panel("Response time p50 (s)", GraphUnit.Seconds, job => PrometheusQueries.Time(job, 0.5)),
        Panel("Response time p95 (s)", GraphUnit.Seconds, job => PrometheusQueries.Time(job, 0.95)),
        Panel("Response time p99 (s)", GraphUnit.Seconds, job => PrometheusQueries.Time(job, 0.99)),
    ];

    /// <summary>
    /// Deployments as marks on every graph. Only a collector beside a task knows which revision it is of, and a job's task begins to send
    /// with every run.
    /// </summary>
    public IEnumerable<JsonObject> Marks() => plan.Telemetry!.Mode != TelemetryMode.Sidecar || !Sending.Any(service => service is ScaledServicePlan) ? [] :
    [
        new()
        {
            ["name"] = "Deployments",
            ["datasource"] = Source(),
            ["enable"] = true,
            ["hide"] = false,
            ["iconColor"] = "blue",
            ["expr"] = PrometheusQueries.Deployments(Sending.Where(service => service is ScaledServicePlan).Select(service => PrometheusQueries.Job(plan, service))),
            ["step"] = "60s",
            ["titleFormat"] = "Deployment of {{job}}",
            ["textFormat"] = "revision {{aws_ecs_task_revision}}",
        },
    ];

    private GrafanaPanel Panel(string title, GraphUnit unit, Func<string, string> query) => new(title, unit, Source(), [.. Serving.Select((service, i) => new JsonObject
    {
        ["refId"] = GrafanaPanel.Reference(i),
        ["datasource"] = Source(),
        ["editorMode"] = "code",
        ["expr"] = query(PrometheusQueries.Job(plan, service)),
        ["legendFormat"] = service.Title,
        ["range"] = true,
    })]);

    private JsonObject Source() => new() { ["type"] = _type, ["uid"] = $"${{{Variable}}}" };
}
