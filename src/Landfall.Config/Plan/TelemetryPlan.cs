namespace Landfall.Config.Plan;

/// <summary>Where an environment's telemetry goes, and through which collector.</summary>
public sealed record TelemetryPlan
{
    /// <summary>The name of the collector's container, and of the gateway's service.</summary>
    public const string Name = "telemetry";

    /// <summary>The port on which the collector takes OTLP over HTTP.</summary>
    public const int Port = 4318;

    /// <summary>The back end.</summary>
    public required TelemetryBackend Backend { get; init; }

    /// <summary>Where the collector runs.</summary>
    public required TelemetryMode Mode { get; init; }

    /// <summary>The back end's address, site, realm or workspace; null where it needs none.</summary>
    public required string? Endpoint { get; init; }

    /// <summary>The secret that the back end asks for, or null.</summary>
    public required string? Token { get; init; }

    /// <summary>The header that takes the secret as it stands, or null for the back end's own.</summary>
    public required string? Header { get; init; }

    /// <summary>What is sent, in the order of <see cref="TelemetrySignal"/>.</summary>
    public required IReadOnlyList<TelemetrySignal> Signals { get; init; }

    /// <summary>The collector's image.</summary>
    public required string Image { get; init; }

    /// <summary>CPU units of a collector beside an application.</summary>
    public required int Cpu { get; init; }

    /// <summary>Memory in MiB of a collector beside an application, past which it is stopped and started again.</summary>
    public required int Memory { get; init; }
}
