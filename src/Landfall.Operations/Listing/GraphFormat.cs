namespace Landfall.Operations.Listing;

/// <summary>How a graph is drawn.</summary>
internal enum GraphFormat
{
    /// <summary>Lines for a terminal.</summary>
    Text,

    /// <summary>A Mermaid flowchart.</summary>
    Mermaid,
}
