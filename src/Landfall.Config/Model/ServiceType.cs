namespace Landfall.Config.Model;

/// <summary>What a service is.</summary>
internal enum ServiceType
{
    /// <summary>Behind the public load balancer.</summary>
    Web,

    /// <summary>Reached by services of the same environment only.</summary>
    Internal,

    /// <summary>Consumes a queue.</summary>
    Worker,

    /// <summary>Runs on a schedule and ends.</summary>
    Job,

    /// <summary>Static files behind the CDN.</summary>
    Site,

    /// <summary>Sends load to another service.</summary>
    LoadTest,
}
