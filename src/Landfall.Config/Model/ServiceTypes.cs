namespace Landfall.Config.Model;

/// <summary>Sets of service types, to say which keys belong to which.</summary>
[Flags]
internal enum ServiceTypes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Behind the public load balancer.</summary>
    Web = 1,

    /// <summary>Reached by services of the same environment only.</summary>
    Internal = 2,

    /// <summary>Consumes a queue.</summary>
    Worker = 4,

    /// <summary>Runs on a schedule and ends.</summary>
    Job = 8,

    /// <summary>Static files behind the CDN.</summary>
    Site = 16,

    /// <summary>Sends load to another service.</summary>
    LoadTest = 32,

    /// <summary>Those that listen on a port.</summary>
    Listening = Web | Internal,

    /// <summary>Those that ECS keeps running and scales.</summary>
    Scaled = Web | Internal | Worker,

    /// <summary>Those with an image of the user's.</summary>
    Imaged = Scaled | Job,

    /// <summary>Those that run containers.</summary>
    Container = Imaged | LoadTest,

    /// <summary>All of them.</summary>
    All = Container | Site,
}
