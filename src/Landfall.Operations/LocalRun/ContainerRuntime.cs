using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Images;
using Landfall.Operations.Processes;

namespace Landfall.Operations.LocalRun;

/// <summary>Runs the containers of a group with an engine of this machine.</summary>
/// <param name="engine">The engine.</param>
/// <param name="group">Whose containers they are.</param>
/// <param name="folder">A folder for what the engine is told; only its owner may read in it.</param>
internal sealed class ContainerRuntime(ContainerEngine engine, LocalGroup group, string folder)
{
    // Of what Ctrl-C asks for, nobody waits longer.
    private const string StopSeconds = "3";

    // A container whose network another one has goes after that.
    private const int Rounds = 3;

    /// <summary>The engine.</summary>
    public ContainerEngine Engine => engine;

    /// <summary>Starts a container that goes on.</summary>
    /// <param name="start">The container.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="LandfallException">The engine could not.</exception>
    public async Task StartAsync(ContainerStart start, CancellationToken stop)
    {
        // One of the name is of a run that was killed, or is replaced.
        await RemoveAsync(start.Name).ConfigureAwait(false);
        await WithFileAsync(start, async file =>
        {
            await RequireAsync(["run", "--detach", .. start.Words(group.Name, file)], start.ByName, $"start '{start.Name}'", stop).ConfigureAwait(false);
            return 0;
        }).ConfigureAwait(false);
    }

    /// <summary>Runs a container to its end.</summary>
    /// <param name="start">The container.</param>
    /// <param name="onLine">Gets what it writes.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(ContainerStart start, Action<string> onLine, CancellationToken stop)
    {
        await StartAsync(start, stop).ConfigureAwait(false);
        var code = await FollowAsync(start.Name, onLine, stop).ConfigureAwait(false);
        await RemoveAsync(start.Name).ConfigureAwait(false);
        return code;
    }

    /// <summary>Reads what a container writes, until it ends.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="onLine">Gets the lines.</param>
    /// <param name="stop">Stops reading.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> FollowAsync(string name, Action<string> onLine, CancellationToken stop)
    {
        await ProcessRunner.RunAsync(new ProcessSpec(engine.Program, ["logs", "--follow", name]) { Collected = false }, onLine, stop).ConfigureAwait(false);
        var result = await AskAsync(["wait", name], stop).ConfigureAwait(false);
        return int.TryParse(result.Output.Trim(), CultureInfo.InvariantCulture, out var code) ? code : 1;
    }

    /// <summary>Runs a command inside a container.</summary>
    /// <param name="name">The container.</param>
    /// <param name="command">The command.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True where it ended well.</returns>
    public async Task<bool> ExecAsync(string name, IReadOnlyList<string> command, CancellationToken stop) =>
        (await AskAsync(["exec", name, .. command], stop).ConfigureAwait(false)).ExitCode == 0;

    /// <summary>Tells whether there is an image.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True where it is there.</returns>
    public async Task<bool> HasImageAsync(string image, CancellationToken stop) =>
        (await AskAsync(["image", "inspect", image], stop).ConfigureAwait(false)).ExitCode == 0;

    /// <summary>Takes a name off an image that nothing runs any more.</summary>
    /// <param name="image">Its name.</param>
    public Task ForgetImageAsync(string image) => AskAsync(["image", "rm", image], CancellationToken.None);

    /// <summary>Makes the group's network.</summary>
    /// <param name="stop">Gives up.</param>
    /// <returns>What the engine says of it.</returns>
    /// <exception cref="LandfallException">The engine could not.</exception>
    public async Task<JsonNode> MakeNetworkAsync(CancellationToken stop)
    {
        await AskAsync(["network", "rm", group.Network], stop).ConfigureAwait(false);
        await RequireAsync(["network", "create", "--label", $"{LocalGroup.Label}={group.Name}", group.Network], new Dictionary<string, string>(), "make a network", stop).ConfigureAwait(false);
        var result = await AskAsync(["network", "inspect", group.Network], stop).ConfigureAwait(false);
        return JsonNode.Parse(result.Output) ?? new JsonArray();
    }

    /// <summary>Stops a container and takes it away; nothing where there is none.</summary>
    /// <param name="name">Its name.</param>
    public async Task RemoveAsync(string name)
    {
        // Whatever stops the run: these go.
        await AskAsync(["stop", "-t", StopSeconds, name], CancellationToken.None).ConfigureAwait(false);
        await AskAsync(["rm", "--force", name], CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Takes away all that the group has, except for the data: of this run, or of one that was killed.</summary>
    /// <returns>How many containers there were.</returns>
    public async Task<int> ClearAsync()
    {
        var first = await ListAsync().ConfigureAwait(false);
        var left = first;
        for (var round = 0; left.Length > 0 && round < Rounds; round++, left = await ListAsync().ConfigureAwait(false))
            await Task.WhenAll(left.Select(RemoveAsync)).ConfigureAwait(false);
        await AskAsync(["network", "rm", group.Network], CancellationToken.None).ConfigureAwait(false);
        return first.Length;
    }

    private async Task<string[]> ListAsync()
    {
        var listed = await AskAsync(["ps", "--all", "--quiet", "--filter", $"label={LocalGroup.Label}={group.Name}"], CancellationToken.None).ConfigureAwait(false);
        return listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Deletes a volume; nothing where there is none.</summary>
    /// <param name="volume">Its name.</param>
    /// <param name="stop">Gives up.</param>
    public Task DeleteVolumeAsync(string volume, CancellationToken stop) => AskAsync(["volume", "rm", "--force", volume], stop);

    private Task<ProcessResult> AskAsync(IReadOnlyList<string> arguments, CancellationToken stop) =>
        ProcessRunner.RunAsync(new ProcessSpec(engine.Program, arguments), null, stop);

    private async Task RequireAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables, string doing, CancellationToken stop)
    {
        var spec = new ProcessSpec(engine.Program, arguments) { Environment = variables.ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.Ordinal) };
        var result = await ProcessRunner.RunAsync(spec, null, stop).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException(ErrorCodes.LocalContainerFailed, $"{engine.Program} could not {doing}:\n{string.Join('\n', (result.Error + result.Output).Trim().Split('\n').TakeLast(15))}");
    }

    /// <summary>The file is there while the engine reads it, and for its owner alone.</summary>
    private async Task<T> WithFileAsync<T>(ContainerStart start, Func<string, Task<T>> run)
    {
        var file = Path.Combine(folder, $"{start.Name}.env");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(InTheWay.OfFile(file)); // the mode is that of a new file
        try
        {
            await using (var writer = new StreamWriter(file, options))
            {
                foreach (var (name, value) in start.InFile)
                    await writer.WriteAsync($"{name}={value}\n").ConfigureAwait(false);
            }

            return await run(file).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
