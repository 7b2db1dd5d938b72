using System.Text.Json.Serialization;

namespace Landfall.Hooks.Tasks;

/// <summary>ECS's error.</summary>
/// <param name="Type">Its name, sometimes after a namespace and <c>#</c>.</param>
/// <param name="Message">Why.</param>
/// <param name="ResourceIds">Of a ConflictException: the tasks that were started with the client token already.</param>
internal sealed record TaskRefusal([property: JsonPropertyName("__type")] string? Type, string? Message, string[]? ResourceIds)
{
    /// <summary>Its name alone.</summary>
    [JsonIgnore]
    public string Name => Type?[(Type.LastIndexOf('#') + 1)..] ?? "";
}
