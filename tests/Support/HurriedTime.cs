namespace Landfall.Tests;

/// <summary>A clock whose timers fire at once; it remembers how long each should have waited.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];

    /// <summary>How long was to be waited, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            _waits.Add(dueTime);
        return base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
