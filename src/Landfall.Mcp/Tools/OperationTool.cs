using Landfall.Operations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Landfall.Mcp.Tools;

/// <summary>An operation as a tool: what clients are told of it.</summary>
internal abstract class OperationTool
{
    /// <summary>Describes an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="settings">What the server may do.</param>
    protected OperationTool(IOperation operation, McpSettings settings)
    {
        Settings = settings;
        var all = operation.Parameters.GetProperties().Where(p => p.Name != "EqualityContract").Select(ToolParameter.Of).ToList();
        Parameters = [.. all.Where(p => IsOffered(p, settings))];
        Hidden = [.. all.Except(Parameters)];
        Choosing = [.. all.Where(p => p.Traits.HasFlag(ParameterTraits.Writes)).Select(p => p.Name)];
        Changes = operation.Effect != OperationEffect.Reads || Choosing.Count > 0;
        var writes = settings.AllowWrite && Changes;
        var result = ToolResult.TypeOf(operation.Result);
        Tool = new Tool
        {
            Name = ToolName.Of(operation.Name),
            Title = $"landfall {operation.Name}",
            Description = writes ? $"{operation.Summary} A person is asked before anything changes." : operation.Summary,
            InputSchema = ToolSchema.Of(Parameters),
            OutputSchema = ToolSchema.Of(result),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = !writes,
                DestructiveHint = writes && operation.Effect == OperationEffect.Destroys,
                IdempotentHint = !writes || operation.Traits.HasFlag(OperationTraits.Idempotent),
                OpenWorldHint = true,
            },
        };
    }

    /// <summary>What clients are told.</summary>
    public Tool Tool { get; }

    /// <summary>What the server may do.</summary>
    protected McpSettings Settings { get; }

    /// <summary>True where it may change something.</summary>
    protected bool Changes { get; }

    /// <summary>The parameters that decide whether it does; none where it always does, or never.</summary>
    protected IReadOnlyList<string> Choosing { get; }

    /// <summary>What it takes.</summary>
    protected IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>What this server does not offer.</summary>
    protected IReadOnlyList<ToolParameter> Hidden { get; }

    /// <summary>Makes the tool of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="settings">What the server may do.</param>
    /// <param name="proposals">What somebody is being asked about.</param>
    /// <returns>The tool.</returns>
    public static OperationTool Of(IOperation operation, McpSettings settings, Agreeing.Proposals proposals) =>
        (OperationTool)Activator.CreateInstance(typeof(OperationTool<,>).MakeGenericType(operation.Parameters, operation.Result), operation, settings, proposals)!;

    /// <summary>Calls it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The answer.</returns>
    public abstract ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> call, CancellationToken stop);

    private static bool IsOffered(ToolParameter parameter, McpSettings settings) =>
        (parameter.Traits & (ParameterTraits.Secret | ParameterTraits.Endless)) == 0
        && (settings.AllowWrite || !parameter.Traits.HasFlag(ParameterTraits.Writes));
}
