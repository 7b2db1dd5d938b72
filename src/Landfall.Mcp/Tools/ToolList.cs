using Landfall.Config;
using Landfall.Mcp.Agreeing;
using Landfall.Operations;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Landfall.Mcp.Tools;

/// <summary>The tools that a server offers: every operation, but for what only a person does and what the server was not allowed.</summary>
internal sealed class ToolList
{
    private readonly McpSettings _settings;
    private readonly Dictionary<string, OperationTool> _tools;

    /// <summary>Chooses them.</summary>
    /// <param name="settings">What the server may do.</param>
    public ToolList(McpSettings settings)
    {
        _settings = settings;
        var proposals = new Proposals();
        _tools = settings.Operations.All.Where(operation => WhyNot(operation) is null)
            .ToDictionary(operation => ToolName.Of(operation.Name), operation => OperationTool.Of(operation, settings, proposals), StringComparer.Ordinal);
    }

    /// <summary>What clients are told, in a fixed order.</summary>
    public IList<Tool> All => [.. _tools.Values.Select(tool => tool.Tool).OrderBy(tool => tool.Name, StringComparer.Ordinal)];

    /// <summary>Calls a tool.</summary>
    /// <param name="call">The call.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The answer.</returns>
    public ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> call, CancellationToken stop)
    {
        if (_tools.TryGetValue(call.Params.Name, out var tool))
            return tool.CallAsync(call, stop);
        if (_settings.Operations.All.FirstOrDefault(operation => ToolName.Of(operation.Name) == call.Params.Name) is { } operation)
            return ValueTask.FromResult(ToolFailure.Of(new LandfallException(ErrorCodes.McpOff, WhyNot(operation)!), _settings.Log));
        throw new McpProtocolException($"There is no tool of this name. 'tools/list' has them.", McpErrorCode.InvalidParams);
    }

    private string? WhyNot(IOperation operation)
    {
        if (operation.Traits.HasFlag(OperationTraits.PersonOnly))
            return $"'landfall {operation.Name}' is for a person alone: they can run it in a terminal.";
        if (operation.Traits.HasFlag(OperationTraits.Sensitive) && !_settings.AllowSensitive)
            return $"'{ToolName.Of(operation.Name)}' may show lines of logs, messages, variables or names of secrets, which this server was not allowed to. The person can start it with --allow-sensitive-data-access.";
        var always = operation.Effect != OperationEffect.Reads
            && !operation.Parameters.GetProperties().Any(p => ToolParameter.TraitsOf(p).HasFlag(ParameterTraits.Writes));
        return always && !_settings.AllowWrite
            ? $"'{ToolName.Of(operation.Name)}' changes something, which this server was not allowed to. The person can start it with --allow-write, and is asked all the same before anything changes."
            : null;
    }
}
