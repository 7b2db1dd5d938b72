using System.Text.Json.Serialization;

namespace Landfall.Operations.Auditing;

/// <summary>What the audit trail of an environment says, and whether it can be believed.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Count">How many entries the trail has.</param>
/// <param name="Beyond">How many of them its head does not have yet: a run was interrupted between the two.</param>
/// <param name="Entries">The entries that were asked for, in order.</param>
internal sealed record AuditReport(string App, string Environment, int Count, long Beyond, IReadOnlyList<AuditEntry> Entries)
{
    /// <summary>The first place at which the trail is not what was written; null for a sound one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrokenLink? Broken { get; init; }
}
