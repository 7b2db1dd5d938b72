using System.ComponentModel;

namespace Landfall.Operations.Assistants;

/// <summary>Which assistant to connect, and what it may do.</summary>
/// <param name="Client">The program.</param>
/// <param name="Folder">The folder that its file is in, and that the server serves.</param>
/// <param name="AllowWrite">True to let it change something where a person agrees.</param>
/// <param name="AllowSensitiveDataAccess">True to let it read logs and the like.</param>
/// <param name="DryRun">True to write nothing.</param>
internal sealed record McpConfigParameters(
    [property: Description("The program with the assistant: kiro, claude (Claude Code) or vscode.")] Assistant Client,
    [property: Description("The folder of the project, which the program is opened with.")] string Folder,
    [property: Description("Have the server started with --allow-write.")] bool AllowWrite,
    [property: Description("Have the server started with --allow-sensitive-data-access.")] bool AllowSensitiveDataAccess,
    [property: Description("Show what the file would hold, and write nothing.")] bool DryRun);
