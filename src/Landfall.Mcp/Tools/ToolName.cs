namespace Landfall.Mcp.Tools;

/// <summary>What a tool is called: clients take letters, digits, underscores and hyphens, and show some names with a prefix.</summary>
internal static class ToolName
{
    /// <summary>The tool of an operation: <c>data_snapshots</c>.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <returns>The tool's.</returns>
    public static string Of(string operation) => operation.Replace(' ', '_').Replace('-', '_');
}
