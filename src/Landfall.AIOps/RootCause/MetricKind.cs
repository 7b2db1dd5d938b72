namespace Landfall.AIOps.RootCause;

/// <summary>What a metric measures, as far as it matters to how trouble spreads.</summary>
public enum MetricKind
{
    /// <summary>Unknown; a deviation in either direction counts.</summary>
    Other,

    /// <summary>Processor time or utilisation.</summary>
    Cpu,

    /// <summary>Memory in use.</summary>
    Memory,

    /// <summary>Disk use, disk operations.</summary>
    Disk,

    /// <summary>Network traffic, drops, retransmissions.</summary>
    Network,

    /// <summary>How long requests take. Trouble is a rise.</summary>
    Latency,

    /// <summary>Share of requests that succeed, in percent (0 to 100). Trouble is a fall.</summary>
    Availability,

    /// <summary>Number or rate of failed requests. Trouble is a rise.</summary>
    Errors,

    /// <summary>Requests in each interval, in the same unit for every node. Also says how much the other figures weigh.</summary>
    Requests,
}
