using Landfall.Operator.Repairs;

namespace Landfall.Operator.Incidents;

/// <summary>A repair, as an incident shows it.</summary>
/// <param name="Number">Its number in the incident.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Target">The service.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Values">What the operation is given.</param>
/// <param name="Effects">What it does to those who use the system; none where that was not looked at.</param>
/// <param name="Rule">The guardrail that forbids it; null where none does.</param>
/// <param name="Text">All of it in one line.</param>
/// <param name="ApprovedBy">Who approved it; null where nobody had to.</param>
/// <param name="Started">When its operation was begun; null while it was not.</param>
/// <param name="Done">When its operation was done; null while it was not.</param>
/// <param name="Ended">When it was settled; null while it was not.</param>
internal sealed record ShownRepair(
    int Number,
    RepairState State,
    string Playbook,
    string Target,
    string Operation,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Effects,
    GuardRule? Rule,
    string Text,
    string? ApprovedBy,
    DateTimeOffset? Started,
    DateTimeOffset? Done,
    DateTimeOffset? Ended)
{
    /// <summary>Shows a repair.</summary>
    /// <param name="repair">The repair.</param>
    /// <returns>The same for people.</returns>
    public static ShownRepair Of(Repair repair) => new(
        repair.Number, repair.State, repair.Playbook, repair.Target, repair.Operation, repair.Values, repair.Effects, repair.Rule, RepairText.Of(repair), repair.ApprovedBy, repair.Started, repair.Done, repair.Ended);
}
