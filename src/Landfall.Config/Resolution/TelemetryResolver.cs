using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Telemetry;
using Landfall.Config.Values;

namespace Landfall.Config.Resolution;

/// <summary>Resolves where telemetry goes, who takes part, and the service that all send to.</summary>
internal static class TelemetryResolver
{
    private const string DatadogSite = "datadoghq.com";
    private const int MostGateways = 4;

    /// <summary>The environment's telemetry, or null.</summary>
    public static TelemetryPlan? Resolve(SettingsModel settings)
    {
        if (settings.Telemetry is not { } model)
        {
            return null;
        }

        var gateway = model.Mode == TelemetryMode.Gateway;
        return new TelemetryPlan
        {
            Backend = model.Backend!.Value,
            Mode = model.Mode,
            Endpoint = model.Endpoint ?? (model.Backend == TelemetryBackend.Datadog ? DatadogSite : null),
            Token = model.Token,
            Header = model.Header,
            Signals = SignalsOf(model),
            Image = model.Image,
            Cpu = model.Cpu ?? (gateway ? 256 : 32),
            Memory = (int?)model.Memory?.MiB ?? (gateway ? 512 : 128),
        };
    }

    /// <summary>How a service takes part, or null when it does not: a load test's program is not the team's.</summary>
    public static ServiceTelemetryPlan? Resolve(SettingsModel settings, ServiceModel service) =>
        settings.Telemetry is not { } telemetry || service is { Telemetry.Enabled: false } or { Type: ServiceType.LoadTest }
            ? null
            : new ServiceTelemetryPlan(
                (service.Telemetry?.Sampling ?? telemetry.Sampling).Value,
                service.Telemetry?.Instrument is { } language ? new InstrumentPlan(language, service.Telemetry.Image ?? Instrumentation.Of(language).Image) : null);

    /// <summary>How many containers it brings into a service's tasks.</summary>
    public static int Containers(SettingsModel settings, ServiceModel service) => Resolve(settings, service) is not { } own
        ? 0
        : (settings.Telemetry!.Mode == TelemetryMode.Sidecar ? 1 : 0) + (own.Instrument is null ? 0 : 1);

    /// <summary>What a service uses for its telemetry: the gateway, where there is one.</summary>
    public static IEnumerable<UsePlan> Uses(SettingsModel settings, ServiceModel service) =>
        settings.Telemetry?.Mode == TelemetryMode.Gateway && Resolve(settings, service) is not null
            ? [new UsePlan(TelemetryPlan.Name, UseKind.Telemetry, UseAccess.Write, "OTEL_EXPORTER_OTLP")]
            : [];

    /// <summary>The service that all others send to.</summary>
    public static InternalServicePlan Gateway(SettingsModel settings, NetworkPlan network)
    {
        var telemetry = Resolve(settings)!;
        var model = new ServiceModel { Type = ServiceType.Internal };
        var least = settings.Protect ? 2 : 1;
        return new InternalServicePlan
        {
            Name = TelemetryPlan.Name,
            Title = TelemetryPlan.Name,
            Uses = telemetry.Token is { } token ? [new UsePlan(token, UseKind.Secret, UseAccess.Read, Exporters.TokenVariable)] : [],
            Image = new ImagePlan { Reference = telemetry.Image, Build = null, Released = false, Repository = null, Tag = null, Digest = null },
            Task = new TaskPlan
            {
                Command = [],
                Cpu = telemetry.Cpu,
                Memory = telemetry.Memory,
                Architecture = model.Architecture,
                Env = new Dictionary<string, string>(),
                ContainerHealth = CollectorHealth.Check,
                LogDays = network.LogDays,
                Exec = false,
                ReadOnlyRoot = true,
                WritablePaths = [],
                StopTimeout = TimeSpan.FromSeconds(30),
                User = null,
                SpotPercent = 0,
                Sidecars = [],
                Volumes = [],
                Telemetry = null,
            },
            Scale = ScaleResolver.Resolve(new ScaleModel { Max = MostGateways, Cpu = new Percent(60) }, least),
            Deploy = new DeployPlan(DeployStrategy.Rolling, model.Deploy.BakeTime, model.Deploy.Step.Value, model.Deploy.StepTime, null, [], Judge: false),
            Release = null,
            Alarms = AlarmResolver.Resolve(settings, model),
            Port = TelemetryPlan.Port,
            Protocol = PortProtocol.Http,
            RequestTimeout = new RequestTimeoutPlan(null, model.Timeout.Idle),
            LoadBalancer = false,
            Health = ServiceResolver.Health(model.Health, PortProtocol.Http),
        };
    }

    private static IReadOnlyList<TelemetrySignal> SignalsOf(TelemetryModel model) =>
        model.Signals.Count == 0 ? BackendSignals.Of(model.Backend!.Value) : [.. model.Signals.Distinct().Order()];
}
