using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Landfall.Operations.LocalRun;

/// <summary>Tells when files of a folder have changed: once, when nothing has for a moment, since editors and tools write several times.</summary>
/// <param name="folder">The folder.</param>
/// <param name="time">The clock.</param>
internal sealed class FolderWatch(string folder, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for changes.</summary>
    /// <param name="stop">Ends it.</param>
    /// <returns>Of each lot of changes a file.</returns>
    public async IAsyncEnumerable<string> ChangesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var changes = Channel.CreateUnbounded<string>();
        using var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += Tell;
        watcher.Created += Tell;
        watcher.Deleted += Tell;
        watcher.Renamed += Tell;
        watcher.Error += (_, _) => changes.Writer.TryWrite(folder); // too many at once to be told one by one
        watcher.EnableRaisingEvents = true;
        while (true)
        {
            var first = await changes.Reader.ReadAsync(stop).ConfigureAwait(false);
            do
            {
                while (changes.Reader.TryRead(out _))
                    continue;
                await Task.Delay(Quiet, time, stop).ConfigureAwait(false);
            }
            while (changes.Reader.TryPeek(out _));
            yield return first;
        }

        void Tell(object sender, FileSystemEventArgs change) => changes.Writer.TryWrite(change.FullPath);
    }
}
