using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>Where traces, metrics and logs of the applications go.</summary>
[Shorthand(nameof(Backend))]
internal sealed record TelemetryModel : Section
{
    [Key("The back end.", Required = true)]
    public TelemetryBackend? Backend { get; init; }

    [Key("Where the collector runs: sidecar (in every task) or gateway (one service, to which all others send).")]
    public TelemetryMode Mode { get; init; }

    [Key("Where the back end is: the https:// address of prometheus (…/api/v1/write), grafanaCloud (…/otlp) and otlp, the workspace of amp (ws-…), the realm of splunk (us1), the site of datadog.",
        Default = "datadog: datadoghq.com; needed by all others but cloudwatch",
        Pattern = "https://[^\\s$\"]{1,400}|[a-z0-9][a-z0-9.-]{0,99}", PatternMeaning = "an address that begins with https://, a workspace, a realm or a site")]
    public string? Endpoint { get; init; }

    [Key("The secret of 'secrets' that the back end asks for: the API key of datadog, the access token of splunk, the Basic credentials of grafanaCloud (base64 of instance:token), the bearer token of prometheus and otlp.")]
    public string? Token { get; init; }

    [Key("Otlp: the header that takes the token as it stands, for example api-key.", Default = "Authorization, with Bearer before the token",
        Pattern = "[A-Za-z0-9-]{1,64}", PatternMeaning = "a header's name")]
    public string? Header { get; init; }

    [Key("What is sent.", OrOne = true, MinItems = 1, Default = "all that the back end takes")]
    public IReadOnlyList<TelemetrySignal> Signals { get; init; } = [];

    [Key("Share of traces that are kept; a trace that has begun in another service is kept with it.", Min = 0, Max = 100)]
    public Percent Sampling { get; init; } = new(100);

    [Key("The collector's image.",
        Pattern = ImagePattern.Reference, PatternMeaning = ImagePattern.ReferenceMeaning)]
    public string Image { get; init; } = "public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0";

    [Key("CPU units of the collector, out of those of its task.", Min = 16, Max = 4096, Default = "32; gateway: 256")]
    public int? Cpu { get; init; }

    [Key("Memory of the collector, out of that of its task.", Min = 64, Max = 8192, Default = "128MiB; gateway: 512MiB")]
    public Size? Memory { get; init; }
}
