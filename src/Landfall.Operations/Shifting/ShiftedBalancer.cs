using System.Text.Json.Serialization;

namespace Landfall.Operations.Shifting;

/// <summary>A load balancer, and the zone that it keeps away from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">The id of the zone that it kept away from before; null for none.</param>
/// <param name="After">The id of the zone that it keeps away from now, or would; null for none.</param>
internal sealed record ShiftedBalancer(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? After)
{
    /// <summary>When the shift ends by itself; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }
}
