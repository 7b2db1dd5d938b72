using Landfall.Operations;

namespace Landfall.Mcp;

/// <summary>What a server may do, fixed when it is started: no caller can change it.</summary>
/// <param name="Folder">The folder that it serves; nothing outside is read or written.</param>
/// <param name="AllowWrite">True to offer what changes something.</param>
/// <param name="AllowSensitive">True to offer what may show lines of logs, messages, variables and names of secrets.</param>
internal sealed record McpSettings(WorkFolder Folder, bool AllowWrite, bool AllowSensitive)
{
    /// <summary>The person whose assistant it is, as others are told who wait for them.</summary>
    public required string Person { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Gets a line for the person who looks at the server's log.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>What is offered.</summary>
    public OperationRegistry Operations { get; init; } = OperationRegistry.Own;
}
