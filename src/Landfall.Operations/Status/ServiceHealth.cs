namespace Landfall.Operations.Status;

/// <summary>What is to be thought of a service.</summary>
internal enum ServiceHealth
{
    /// <summary>As many tasks run as are wanted, and nothing says that they are not well.</summary>
    Healthy,

    /// <summary>Tasks are on their way, and none has failed.</summary>
    Starting,

    /// <summary>It serves, but tasks fail, are missing or are not well.</summary>
    Degraded,

    /// <summary>Tasks are wanted, and none is well.</summary>
    Down,

    /// <summary>No task is wanted: it sleeps, or has scaled to zero.</summary>
    Idle,

    /// <summary>Its image is released by somebody, and nothing has been released yet.</summary>
    NoImage,

    /// <summary>ECS has no such service: it is not deployed, or half deleted.</summary>
    Absent,

    /// <summary>It could not be looked at.</summary>
    Unknown,
}
