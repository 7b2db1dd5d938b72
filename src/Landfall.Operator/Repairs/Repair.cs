using System.Globalization;
using System.Text.Json.Serialization;

namespace Landfall.Operator.Repairs;

/// <summary>A playbook for one service in one incident, with all that became of it.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="Number">Its number in the incident, from 1.</param>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Target">The service.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Values">What the operation is given.</param>
/// <param name="Proposed">When it was thought of.</param>
internal sealed record Repair(long Incident, int Number, string Playbook, string Target, string Operation, IReadOnlyDictionary<string, string> Values, DateTimeOffset Proposed)
{
    /// <summary>Where it stands.</summary>
    public RepairState State { get; init; }

    /// <summary>How often what it would do has changed before it was begun: what was approved then is not this.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The change that its operation would make, or has made; null while that is not known.</summary>
    public string? Digest { get; init; }

    /// <summary>What that does to those who use the system.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>The guardrail that forbids it; null where none does.</summary>
    public GuardRule? Rule { get; init; }

    /// <summary>What there is to say of its state: why it is refused, how it ended.</summary>
    public string Text { get; init; } = "";

    /// <summary>When it was first kept for a person to approve, although the operator begins others by itself; null where it never was.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>Why: the end of a sentence; null where it never was.</summary>
    public string? KeptBecause { get; init; }

    /// <summary>Who approved it; null where nobody had to.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When its operation was begun.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When its operation was done.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether the operation is known to have been done: it was seen, or is in the audit trail.</summary>
    public bool Seen { get; init; }

    /// <summary>Until when the fault has to be over, once the operation is done.</summary>
    public TimeSpan Within { get; init; }

    /// <summary>What stands for exactly this repair, so that it is never begun twice.</summary>
    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Incident}/{Playbook}/{Target}/{Attempt}");

    /// <summary>True while its operation, or the time to see whether it helped, goes on.</summary>
    [JsonIgnore]
    public bool IsAtWork => State is RepairState.Running or RepairState.Verifying;

    /// <summary>True before its operation was begun, while it still may be.</summary>
    [JsonIgnore]
    public bool IsOpen => State is RepairState.Proposed or RepairState.Refused or RepairState.Waiting;

    /// <summary>The operation as people read it: <c>scale (service: api, max: 6)</c>.</summary>
    [JsonIgnore]
    public string Call => $"{Operation} ({string.Join(", ", Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}: {value.Value}"))})";
}
