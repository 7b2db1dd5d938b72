namespace Landfall.Operations.Processes;

/// <summary>
/// Keeps other runs of Landfall on this machine out while one works in a folder. The system takes it back when the
/// process ends, however that happens; the file itself stays and means nothing.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // What the systems call a file that another process has locked: Linux, macOS, Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _file;

    private FolderLock(string folder, FileStream file) => (Folder, _file) = (folder, file);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Takes the lock, and waits while another run has it.</summary>
    /// <param name="folder">The folder; it is created.</param>
    /// <param name="progress">Gets a line for a person when there is something to wait for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lock; disposing it lets the next run in.</returns>
    public static async Task<FolderLock> TakeAsync(string folder, Action<string> progress, TimeProvider time, CancellationToken cancellation)
    {
        var path = InTheWay.OfFile(Path.Combine(InTheWay.OfFolder(folder), "lock"));
        for (var told = false; ; told = true)
        {
            try
            {
                return new FolderLock(folder, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (Locked.Contains(e.HResult))
            {
                if (!told)
                    progress($"Another run of Landfall works in '{folder}'; waiting for it to end …");
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _file.Dispose();
}
