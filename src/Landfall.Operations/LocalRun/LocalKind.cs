namespace Landfall.Operations.LocalRun;

/// <summary>What a container on this machine stands for.</summary>
internal enum LocalKind
{
    /// <summary>A database of the file's.</summary>
    Database,

    /// <summary>A service that goes on.</summary>
    Service,

    /// <summary>A job: it runs once, to its end.</summary>
    Job,
}
