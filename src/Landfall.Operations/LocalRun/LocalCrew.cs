using System.Collections.Concurrent;
using System.Threading.Channels;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Logs;
using Landfall.Operations.Projects;

namespace Landfall.Operations.LocalRun;

/// <summary>Starts containers in their order, tells what they write, and replaces those whose files have changed.</summary>
/// <param name="project">The project and environment.</param>
/// <param name="group">Their names.</param>
/// <param name="runtime">What runs them.</param>
/// <param name="wiring">Where they find what they use.</param>
/// <param name="variables">The variables of each service.</param>
/// <param name="steps">Gets what becomes of them.</param>
/// <param name="time">The clock.</param>
internal sealed class LocalCrew(
    Project project,
    LocalGroup group,
    ContainerRuntime runtime,
    LocalWiring wiring,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> variables,
    ChannelWriter<LocalRunStep> steps,
    TimeProvider time)
{
    private readonly LocalImages _images = new(project, runtime);
    private readonly LocalStarts _starts = new(group, wiring, variables);
    private readonly Readiness _readiness = new(runtime, time);
    private readonly ConcurrentDictionary<string, LocalStand> _stands = new(StringComparer.Ordinal);

    /// <summary>Runs containers until all have ended.</summary>
    /// <param name="containers">The containers, each after those that it needs.</param>
    /// <param name="watch">True to replace those whose files have changed; then services go on.</param>
    /// <param name="stop">Stops it.</param>
    public async Task RunAsync(IReadOnlyList<LocalContainer> containers, bool watch, CancellationToken stop)
    {
        // The first that fails ends all the others.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var services = containers.Where(one => one.Kind != LocalKind.Database).ToDictionary(one => one, ServiceOf);
        try
        {
            foreach (var (container, service) in services)
                await EnsureImageAsync(container.Name, service, _images.NameOf(service), all.Token).ConfigureAwait(false);
            var ready = new Dictionary<string, Task>(StringComparer.Ordinal);
            foreach (var container in containers)
                ready[container.Name] = BeginAsync(container, [.. container.After.Select(name => ready[name])], all);
            await Task.WhenAll(ready.Values).ConfigureAwait(false);

            var watched = watch ? services.Where(one => one.Key is { Kind: LocalKind.Service, Build: not null }).GroupBy(one => one.Key.Build!, StringComparer.Ordinal).ToList() : [];
            if (watched.Count == 0)
                await Task.WhenAll(services.Keys.Select(one => _stands[one.Name].Ended)).ConfigureAwait(false);
            else
                await Task.WhenAll(watched.Select(folder => WatchAsync(folder.Key, [.. folder], all))).ConfigureAwait(false);
        }
        finally
        {
            await all.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_stands.Values.Select(stand => stand.LeaveAsync())).ConfigureAwait(false);
        }
    }

    private ContainerServicePlan ServiceOf(LocalContainer container) => (ContainerServicePlan)project.Plan.Services.First(service => service.Title == container.Name);

    private async Task BeginAsync(LocalContainer container, IReadOnlyList<Task> before, CancellationTokenSource all)
    {
        try
        {
            await Task.WhenAll(before).ConfigureAwait(false);
            if (container.Release.Count > 0)
                await ReleaseAsync(container, all.Token).ConfigureAwait(false);
            await StandAsync(container, again: false, all.Token).ConfigureAwait(false);
        }
        catch
        {
            await all.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task EnsureImageAsync(string name, ContainerServicePlan service, string image, CancellationToken stop)
    {
        if (service.Image.Build is { } build && !await runtime.HasImageAsync(image, stop).ConfigureAwait(false))
        {
            Say($"Building '{name}' from {build.Context} with {runtime.Engine.Program} …");
            await _images.BuildAsync(service, image, line => Line(name, "build", line), stop).ConfigureAwait(false);
        }

        _starts.Images[name] = image;
    }

    /// <summary>As a deployment does: what is not released well is not started.</summary>
    private async Task ReleaseAsync(LocalContainer container, CancellationToken stop)
    {
        Say($"Running the release command of '{container.Name}': {string.Join(' ', container.Release)}");
        var code = await runtime.RunAsync(_starts.OfRelease(ServiceOf(container), container), line => Line(container.Name, "release", line), stop).ConfigureAwait(false);
        if (code != 0)
            throw new LandfallException(ErrorCodes.LocalReleaseFailed, $"The release command of '{container.Name}' ({string.Join(' ', container.Release)}) has ended with exit code {code}; what it wrote is above. On AWS too the service would not be started.");
    }

    private async Task StandAsync(LocalContainer container, bool again, CancellationToken stop)
    {
        var name = group.Container(container.Name);
        var database = container.Kind == LocalKind.Database ? project.Plan.Databases.First(one => one.Title == container.Name) : null;
        var stand = new LocalStand();
        _stands[container.Name] = stand;
        await runtime.StartAsync(database is null ? _starts.Of(ServiceOf(container), container) : _starts.Of(database, container), stop).ConfigureAwait(false);
        stand.Begin(FollowAsync(container, name, "", stand, stand.Token));
        if (database is null)
        {
            foreach (var sidecar in ServiceOf(container).Task.Sidecars)
            {
                var beside = _starts.Of(sidecar, container);
                await runtime.StartAsync(beside, stop).ConfigureAwait(false);
                stand.Begin(FollowAsync(container, beside.Name, sidecar.Name, null, stand.Token));
            }
        }

        int? port = wiring.Ports.TryGetValue(container.Name, out var open) ? open : null;
        var trouble = database is null
            ? await _readiness.OfAsync(name, ServiceOf(container), port, () => stand.Ended.IsCompleted, stop).ConfigureAwait(false)
            : await _readiness.OfAsync(name, LocalDatabase.Of(database), () => stand.Ended.IsCompleted, stop).ConfigureAwait(false);
        if (trouble is null)
            steps.TryWrite(new LocalRunStep(new LocalReady(container.Name, AddressOf(container, port), again), null, null, null));
        else if (!stand.Ended.IsCompleted)
            Say($"'{container.Name}' runs, and is not ready: {trouble}.");
        else if (database is not null)
            throw new LandfallException(ErrorCodes.LocalContainerFailed, $"The database '{container.Name}' has ended before it was ready; what it wrote is above. Where its data is of another version, 'landfall local run --fresh' begins anew.");
    }

    private static string? AddressOf(LocalContainer container, int? port) =>
        port is null ? null : container.Kind == LocalKind.Database || !container.Ready.StartsWith("GET", StringComparison.Ordinal) ? $"127.0.0.1:{port}" : $"http://127.0.0.1:{port}/";

    private async Task FollowAsync(LocalContainer container, string name, string part, LocalStand? stand, CancellationToken stop)
    {
        try
        {
            var code = await runtime.FollowAsync(name, line => Line(container.Name, part, line), stop).ConfigureAwait(false);
            if (stop.IsCancellationRequested)
                return;
            if (stand is not null)
                steps.TryWrite(new LocalRunStep(null, null, null, new LocalEnd(container.Name, code)));
            stand?.End(code);
        }
        catch (OperationCanceledException)
        {
            // It is replaced, or all of it ends.
        }
    }

    private async Task WatchAsync(string folder, IReadOnlyList<KeyValuePair<LocalContainer, ContainerServicePlan>> services, CancellationTokenSource all)
    {
        try
        {
            await foreach (var file in new FolderWatch(Path.GetFullPath(Path.Combine(project.Root, folder)), time).ChangesAsync(all.Token).ConfigureAwait(false))
            {
                foreach (var (container, service) in services)
                    await ReplaceAsync(container, service, Path.GetRelativePath(project.Root, file), all.Token).ConfigureAwait(false);
            }
        }
        catch
        {
            await all.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What is not part of the build, by .dockerignore, changes nothing. A build that fails leaves what runs.</summary>
    private async Task ReplaceAsync(LocalContainer container, ContainerServicePlan service, string file, CancellationToken stop)
    {
        var before = _starts.Images[container.Name];
        try
        {
            var image = _images.NameOf(service);
            if (image == before)
                return;
            Say($"{file} has changed: building '{container.Name}' again …");
            await EnsureImageAsync(container.Name, service, image, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is LandfallException or IOException or UnauthorizedAccessException)
        {
            Say($"'{container.Name}' stays as it was: {e.Message}");
            return;
        }

        await _stands[container.Name].LeaveAsync().ConfigureAwait(false);
        foreach (var sidecar in service.Task.Sidecars)
            await runtime.RemoveAsync(_starts.Of(sidecar, container).Name).ConfigureAwait(false);
        await StandAsync(container, again: true, stop).ConfigureAwait(false);
        if (!_starts.Images.Values.Contains(before))
            await runtime.ForgetImageAsync(before).ConfigureAwait(false);
    }

    private void Line(string service, string part, string text) =>
        steps.TryWrite(new LocalRunStep(null, new LogEntry(time.GetUtcNow(), service, part, "", LevelReader.Of(text), text), null, null));

    private void Say(string text) => steps.TryWrite(LocalRunStep.Of(text));
}
