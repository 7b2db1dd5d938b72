namespace Landfall.Operations.Init;

/// <summary>What a folder's code is written in.</summary>
internal enum ProjectKind
{
    /// <summary>A .NET project.</summary>
    Dotnet,

    /// <summary>A Node package.</summary>
    Node,

    /// <summary>Python with a requirements.txt.</summary>
    Python,

    /// <summary>Files that a browser loads.</summary>
    Static,
}
