using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>An answer of a service's API, whose form is taken on trust nowhere.</summary>
/// <param name="Node">The answer.</param>
internal sealed record PullAnswer(JsonNode Node)
{
    /// <summary>A value.</summary>
    /// <param name="path">The keys to it.</param>
    /// <returns>The value as text; null where there is none.</returns>
    public string? Find(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Node;
        foreach (var key in path)
            node = (node as JsonObject)?[key];
        return (node as JsonValue)?.ToString();
    }

    /// <summary>A value that has to be there.</summary>
    /// <param name="path">The keys to it.</param>
    /// <returns>The value as text.</returns>
    /// <exception cref="LandfallException">It is not there.</exception>
    public string Text(params ReadOnlySpan<string> path) => Find(path)
        ?? throw new LandfallException(ErrorCodes.PullAnswer, $"The service's answer has no '{string.Join('.', path.ToArray())}'. Check that '--service' is the service whose API '--api' is.");
}
