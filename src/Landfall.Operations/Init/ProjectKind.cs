namespace Landfall.Operations.Init;

/// <summary>What a folder's code is written in.</summary>
internal enum ProjectKind
{
    /// <summary>A .NET project, or a solution.</summary>
    Dotnet,

    /// <summary>A Node package.</summary>
    Node,

    /// <summary>Python, installed with pip, uv or Poetry.</summary>
    Python,

    /// <summary>A Go module.</summary>
    Go,

    /// <summary>Java, built with Maven or Gradle.</summary>
    Java,

    /// <summary>Ruby with a Gemfile.</summary>
    Ruby,

    /// <summary>Anything else that has a Dockerfile.</summary>
    Docker,

    /// <summary>Files that a browser loads.</summary>
    Static,
}
