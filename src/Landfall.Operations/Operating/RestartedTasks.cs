using Landfall.Config;

namespace Landfall.Operations.Operating;

/// <summary>Waits until the tasks of a restart have taken the place of those before.</summary>
/// <param name="found">The service.</param>
/// <param name="context">Who waits.</param>
internal sealed class RestartedTasks(FoundService found, OperationContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Waits.</summary>
    /// <param name="before">The id of the version that was there before.</param>
    /// <param name="stop">Stops waiting; ECS goes on.</param>
    /// <exception cref="LandfallException">The new tasks fail.</exception>
    public async Task AwaitAsync(string before, CancellationToken stop)
    {
        if (found.Target.IsLocal)
            return; // the local AWS runs no tasks that could be waited for

        context.Watcher.Say($"Waiting for the new tasks of {found.Title} …");
        var since = context.Time.GetUtcNow();
        while (true)
        {
            var now = await found.Ecs.FindServiceAsync(found.Deployed.Cluster, found.Deployed.Name, stop).ConfigureAwait(false);
            var fresh = now?.Versions.Where(version => version.Id != before).ToList() ?? [];
            if (fresh.Find(version => version.State == "FAILED") is { } failed)
                throw new LandfallException(ErrorCodes.DeploymentFailed, $"The restart of '{found.Title}' failed: {failed.Reason.TrimEnd('.')}. 'landfall explain {found.Title}' tells why.");
            if (fresh.Exists(version => version.State == "COMPLETED"))
                return;
            if (context.Time.GetUtcNow() - since > Longest)
                throw new LandfallException(ErrorCodes.DeploymentFailed, $"The new tasks of '{found.Title}' did not all start within 30 minutes. ECS goes on trying; 'landfall explain {found.Title}' tells why.");
            await Task.Delay(Pause, context.Time, stop).ConfigureAwait(false);
        }
    }
}
