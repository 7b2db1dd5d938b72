namespace Landfall.AIOps.Logs;

/// <summary>What a line changed.</summary>
public enum LogMatchChange
{
    /// <summary>Nothing: a known template as it was.</summary>
    None,

    /// <summary>The line is the first of its template.</summary>
    New,

    /// <summary>The line showed that a word of the template is a parameter (template drift); templates may have become one.</summary>
    Widened,
}
