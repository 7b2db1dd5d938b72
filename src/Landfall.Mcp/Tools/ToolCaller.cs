using Landfall.Operations;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tools;

/// <summary>Who calls a tool, as the audit trail and others who wait are told: the person, through their assistant.</summary>
internal static class ToolCaller
{
    private const int LongestName = 40;

    /// <summary>Tells who it is.</summary>
    /// <param name="settings">What the server was started with.</param>
    /// <param name="client">What the client says of itself; null where it says nothing.</param>
    /// <returns>The caller.</returns>
    public static Caller Of(McpSettings settings, Implementation? client)
    {
        var name = new string([.. (client?.Name ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ' ').Take(LongestName)]);
        return new Caller(settings.Person, name.Length == 0 ? "mcp" : $"mcp, {name}");
    }
}
