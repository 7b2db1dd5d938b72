namespace Landfall.Operations.Sessions.Copying;

/// <summary>Says now and then how far a copy is.</summary>
/// <param name="bytes">How much there is in all.</param>
/// <param name="context">Who follows.</param>
internal sealed class CopyProgress(long bytes, OperationContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private long _last = context.Time.GetTimestamp();

    /// <summary>Says how far it is, if that was not said a moment ago.</summary>
    /// <param name="done">How much is through.</param>
    public void Tell(long done)
    {
        if (context.Time.GetElapsedTime(_last) < Pause)
            return;
        _last = context.Time.GetTimestamp();
        context.Watcher.Say(FormattableString.Invariant($"{done / 1e6:0.0} of {bytes / 1e6:0.0} MB"));
    }
}
