using System.Globalization;

namespace Landfall.Operator.Repairs;

/// <summary>A repair in words.</summary>
internal static class RepairText
{
    /// <summary>Says in one line what it is and how it stands.</summary>
    /// <param name="repair">The repair.</param>
    /// <returns>The line.</returns>
    public static string Of(Repair repair)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"repair {repair.Number}, {repair.Playbook}: {repair.Call}");
        var effects = repair.Effects.Count > 0 ? $": {string.Join(" ", repair.Effects)}" : "";
        var approved = repair.ApprovedBy is { } by ? $", approved by {by}" : "";
        return repair.State switch
        {
            RepairState.Proposed => $"{what} would help perhaps{effects}",
            RepairState.Refused => $"{what} is refused ({Word(repair.Rule!.Value)}): {repair.Text}",
            RepairState.Waiting => string.Create(CultureInfo.InvariantCulture, $"{what} waits for 'landfall approve {repair.Incident}'{effects}{(repair.Text.Length > 0 ? $" {repair.Text}" : "")}"),
            RepairState.Running => $"{what} is begun{approved}{effects}",
            RepairState.Verifying => $"{what} is done{approved}{effects}{(repair.Text.Length > 0 ? $" {repair.Text}" : "")}",
            RepairState.Repaired => $"repaired by {what}{approved}: {repair.Text}",
            RepairState.NotRepaired => $"not repaired by {what}{approved}: {repair.Text}",
            _ => $"{what} is withdrawn: {repair.Text}",
        };
    }

    /// <summary>A rule as a word: <c>unknown effect</c>.</summary>
    public static string Word(GuardRule rule) => rule switch
    {
        GuardRule.NotAllowed => "not allowed",
        GuardRule.NotRead => "not read",
        GuardRule.AtWork => "at work",
        GuardRule.PerHour => "too many in an hour",
        GuardRule.Blast => "too many services",
        GuardRule.UnknownEffect => "unknown effect",
        _ => rule.ToString().ToLowerInvariant(),
    };
}
