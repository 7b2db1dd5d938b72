using System.Text.Json.Serialization;

namespace Landfall.Operations.Shifting;

/// <summary>What of a service is left without a zone.</summary>
/// <param name="Service">The service.</param>
/// <param name="InZone">How many of its tasks run in the zone.</param>
/// <param name="Elsewhere">How many run in other zones.</param>
/// <param name="Most">The largest number that its scaling lets run; null where the number is fixed.</param>
internal sealed record ZoneCapacity(
    string Service, int InZone, int Elsewhere, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Most)
{
    /// <summary>What will not do, as a sentence; null where it will.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Warning =>
        InZone == 0 ? null
        : Elsewhere == 0 ? $"All tasks of {Service} are in the zone, so that nobody answers."
        : Most is null ? $"{Service} does not scale: {Count(Elsewhere)} in other zones have to do the work of {InZone + Elsewhere}."
        : Most <= InZone + Elsewhere ? $"{Service} runs as many tasks as its scaling allows ({Most}): {Count(Elsewhere)} in other zones have to do the work of {InZone + Elsewhere}."
        : null;

    private static string Count(int tasks) => tasks == 1 ? "1 task" : $"{tasks} tasks";
}
