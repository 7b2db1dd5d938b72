namespace Landfall.Operations.Logs;

/// <summary>How bad a line of a log is.</summary>
internal enum LogLevel
{
    /// <summary>It does not say.</summary>
    None,

    /// <summary>For whoever looks for an error.</summary>
    Debug,

    /// <summary>The course of things.</summary>
    Info,

    /// <summary>Something that may become an error.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
