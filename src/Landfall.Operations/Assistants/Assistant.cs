namespace Landfall.Operations.Assistants;

/// <summary>A program with an assistant that can be connected.</summary>
internal enum Assistant
{
    /// <summary>Kiro, its editor and its command line.</summary>
    Kiro,

    /// <summary>Claude Code.</summary>
    Claude,

    /// <summary>Visual Studio Code.</summary>
    Vscode,
}
