namespace Landfall.AIOps.Scaling;

/// <summary>Settings of <see cref="PredictiveScaling"/>. The defaults are what is measured in <c>docs/accuracy.md</c>.</summary>
public sealed class PredictiveScalingOptions
{
    /// <summary>The share of minutes in which the schedule should carry the demand by itself, in (0.5, 1); 0.99 by default.</summary>
    public double Confidence { get; set; } = 0.99;

    /// <summary>How long one entry of the schedule holds, in minutes; 15 by default, since each entry is a scheduled action.</summary>
    public int SlotMinutes { get; set; } = 15;

    /// <summary>How often a new schedule is drawn up, in minutes; hourly by default.</summary>
    public int PlanMinutes { get; set; } = 60;
}
