using System.Text.Json.Serialization;

namespace Landfall.Operator.Incidents;

/// <summary>The incidents of an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="At">When the operator last looked.</param>
/// <param name="Incidents">The incidents, the latest first; where one was asked for, that one.</param>
internal sealed record IncidentsReport(string App, string Environment, DateTimeOffset At, IReadOnlyList<ListedIncident> Incidents)
{
    /// <summary>All that is known of the one that was asked for; null for a list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IncidentDetail? Detail { get; init; }

    /// <summary>A draft of its post-mortem, as Markdown; null where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PostMortem { get; init; }
}
