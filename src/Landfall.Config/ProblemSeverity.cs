namespace Landfall.Config;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>The file cannot be used.</summary>
    Error,

    /// <summary>The file can be used, but probably does not do what was meant.</summary>
    Warning,
}
