namespace Landfall.AIOps.Scaling;

/// <summary>How a policy did in a replay.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Minutes">The minutes replayed.</param>
/// <param name="UnderProvisionedMinutes">Minutes in which fewer tasks ran than the demand of that minute needed.</param>
/// <param name="NeededTaskMinutes">The least task-minutes that would have carried every minute, never below the minimum.</param>
/// <param name="OverProvisionedTaskMinutes">Task-minutes that ran above the need of their minute.</param>
/// <param name="Cost">The price of all task-minutes that ran.</param>
public sealed record ScalingReport(
    string Policy, int Minutes, int UnderProvisionedMinutes, long NeededTaskMinutes, long OverProvisionedTaskMinutes, double Cost)
{
    /// <summary>The share of minutes with too few tasks, 0 to 1.</summary>
    public double UnderProvisioned => (double)UnderProvisionedMinutes / Minutes;

    /// <summary>Task-minutes above need, relative to task-minutes needed.</summary>
    public double OverProvisioned => (double)OverProvisionedTaskMinutes / NeededTaskMinutes;

    /// <summary>Task-hours that ran above need.</summary>
    public double OverProvisionedTaskHours => OverProvisionedTaskMinutes / 60.0;
}
