namespace Landfall.AIOps.Scaling;

/// <summary>The fewest tasks to run, for one slot after another, beginning with the minute after the last known demand.</summary>
/// <param name="SlotMinutes">How long each slot lasts.</param>
/// <param name="Minimums">The tasks of each slot.</param>
public sealed record ScalingSchedule(int SlotMinutes, IReadOnlyList<int> Minimums)
{
    /// <summary>The minimum so many minutes after the first; the last slot's after its end.</summary>
    public int At(int minute) => Minimums[Math.Min(minute / SlotMinutes, Minimums.Count - 1)];
}
