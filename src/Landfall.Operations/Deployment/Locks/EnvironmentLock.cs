using System.Security.Cryptography;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment.Locks;

/// <summary>
/// Keeps others away from an environment while one works on it: runs in the same folder wait, other folders and machines
/// are refused.
/// </summary>
internal sealed class EnvironmentLock : IAsyncDisposable
{
    private const string MarkFile = "folder-id";

    private readonly FolderLock _folder;
    private readonly ParameterLockStore _store;
    private readonly LeasedLock _lease;

    private EnvironmentLock(FolderLock folder, ParameterLockStore store, LeasedLock lease) => (_folder, _store, _lease) = (folder, store, lease);

    /// <summary>Takes the locks.</summary>
    /// <param name="project">The project and environment.</param>
    /// <param name="target">The account and region.</param>
    /// <param name="operation">What the caller does, for those who meet the lock.</param>
    /// <param name="context">Who runs it.</param>
    /// <returns>The lock; disposing it lets the next one in, also when the work was interrupted.</returns>
    /// <exception cref="Config.LandfallException">Somebody else works on the environment.</exception>
    public static async Task<EnvironmentLock> TakeAsync(Project project, AwsTarget target, string operation, OperationContext context)
    {
        var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
        ParameterLockStore? store = null;
        try
        {
            store = new ParameterLockStore(target.Session, project.Plan);
            var lease = await LeasedLock.TakeAsync(store, MarkOf(project.EnvironmentFolder), operation, context.Time, context.Stop).ConfigureAwait(false);
            return new EnvironmentLock(folder, store, lease);
        }
        catch
        {
            store?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync().ConfigureAwait(false);
        _store.Dispose();
        _folder.Dispose();
    }

    /// <summary>
    /// Tells this folder from its like on other machines. Who has the folder's lock knows by it that a lock left in the
    /// account from here is a dead run's.
    /// </summary>
    private static string MarkOf(string folder)
    {
        var file = InTheWay.OfFile(Path.Combine(folder, MarkFile));
        var mark = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        if (Guid.TryParse(mark, out _))
            return mark;
        mark = RandomNumberGenerator.GetHexString(32, lowercase: true);
        File.WriteAllText(file, mark);
        return mark;
    }
}
