using Landfall.Config;

namespace Landfall.Operations.Status;

/// <summary>Asks AWS many things at once, but never more than so many; what is refused is noted, and the rest goes on.</summary>
/// <param name="stop">Gives up.</param>
internal sealed class BoundedCalls(CancellationToken stop) : IDisposable
{
    // Below the request rates of each of the services that are asked, also while others ask too.
    private const int Most = 8;

    private readonly SemaphoreSlim _free = new(Most);
    private readonly List<UnreadPart> _unread = [];

    /// <summary>What could not be looked at, in order of name.</summary>
    public IReadOnlyList<UnreadPart> Unread
    {
        get
        {
            lock (_unread)
                return [.. _unread.DistinctBy(part => (part.What, part.Reason)).OrderBy(part => part.What, StringComparer.Ordinal)];
        }
    }

    /// <summary>Asks for a part.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="what">The part, in words.</param>
    /// <param name="call">Asks.</param>
    /// <returns>The answer; null where AWS refuses it.</returns>
    /// <exception cref="Exception">The credentials do not count, or there is no way to AWS: nothing else would be answered either.</exception>
    public async Task<T?> AskAsync<T>(string what, Func<Task<T?>> call)
        where T : class
    {
        await _free.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && AwsFailure.Of(e) is { Code: ErrorCodes.AwsRefused })
        {
            lock (_unread)
                _unread.Add(new UnreadPart(what, AwsFailure.Of(e)!.Message));
            return null;
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();
}
