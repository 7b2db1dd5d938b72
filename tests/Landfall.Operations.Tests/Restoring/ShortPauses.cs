namespace Landfall.Operations.Tests.Restoring;

/// <summary>A clock on which the pauses between two looks are over at once, and the limit for writing the trail is not.</summary>
internal sealed class ShortPauses : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == TimeSpan.FromSeconds(15) ? TimeSpan.Zero : dueTime, period);
}
