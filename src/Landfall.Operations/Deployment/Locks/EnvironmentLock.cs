using System.Security.Cryptography;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment.Locks;

/// <summary>
/// Keeps others away from an environment while one works on it: runs in the same folder wait for the folder's own lock,
/// other folders and machines are refused.
/// </summary>
internal sealed class EnvironmentLock : IAsyncDisposable
{
    private const string MarkFile = "folder-id";

    private readonly ParameterLockStore _store;
    private readonly LeasedLock _lease;

    private EnvironmentLock(ParameterLockStore store, LeasedLock lease) => (_store, _lease) = (store, lease);

    /// <summary>Takes the lock in the account.</summary>
    /// <param name="folder">The environment's folder, which the caller has to itself until this lock is given back.</param>
    /// <param name="project">The project and environment.</param>
    /// <param name="target">The account and region.</param>
    /// <param name="operation">What the caller does, for those who meet the lock.</param>
    /// <param name="context">Who runs it.</param>
    /// <returns>The lock; disposing it lets the next one in, also when the work was interrupted.</returns>
    /// <exception cref="Config.LandfallException">Somebody else works on the environment.</exception>
    public static async Task<EnvironmentLock> TakeAsync(
        FolderLock folder, Project project, AwsTarget target, string operation, OperationContext context)
    {
        var store = new ParameterLockStore(target.Session, project.Plan);
        try
        {
            var lease = await LeasedLock.TakeAsync(store, MarkOf(folder.Folder), operation, context.Watcher.Say, context.Time, context.Stop).ConfigureAwait(false);
            return new EnvironmentLock(store, lease);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync().ConfigureAwait(false);
        _store.Dispose();
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
