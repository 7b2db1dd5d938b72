using Landfall.Operations;

namespace Landfall.Operator.Signals;

/// <summary>Reads all sources at once. A source that fails is a gap, and is read again at the next tick.</summary>
/// <param name="sources">The sources.</param>
/// <param name="time">The clock.</param>
internal sealed class SignalReader(IReadOnlyList<ISignalSource> sources, TimeProvider time)
{
    // AWS's answers take a second or two; a source that hangs must not keep the others from being heard.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Reads.</summary>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>A reading for each source, in their order.</returns>
    public async Task<IReadOnlyList<SourceReading>> ReadAsync(DateTimeOffset now, CancellationToken stop) =>
        await Task.WhenAll(sources.Select(source => ReadAsync(source, now, stop))).ConfigureAwait(false);

    private async Task<SourceReading> ReadAsync(ISignalSource source, DateTimeOffset now, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            return await source.ReadAsync(now, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return Unread(source, $"no answer within {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (!stop.IsCancellationRequested && AwsFailure.Of(e) is { } failure)
        {
            return Unread(source, failure.Message);
        }
    }

    private static SourceReading Unread(ISignalSource source, string reason) =>
        new(source.Name) { Gaps = [new Gap(source.Name, source.Name, reason)] };
}
