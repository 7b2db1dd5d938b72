namespace Landfall.Config.Plan;

/// <summary>Where traces, metrics and logs of the applications go.</summary>
public enum TelemetryBackend
{
    /// <summary>AWS X-Ray, CloudWatch metrics and CloudWatch Logs.</summary>
    Cloudwatch,

    /// <summary>A Prometheus server, by remote write.</summary>
    Prometheus,

    /// <summary>Amazon Managed Service for Prometheus.</summary>
    Amp,

    /// <summary>Datadog.</summary>
    Datadog,

    /// <summary>Splunk Observability Cloud.</summary>
    Splunk,

    /// <summary>Grafana Cloud.</summary>
    GrafanaCloud,

    /// <summary>Anything that takes OTLP over HTTP.</summary>
    Otlp,
}
