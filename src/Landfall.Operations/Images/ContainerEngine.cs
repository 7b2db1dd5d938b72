using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Images;

/// <summary>A container engine of this machine: docker, podman, finch or buildah, which take the same words.</summary>
/// <param name="Program">Its program.</param>
internal sealed record ContainerEngine(string Program)
{
    // It builds, and runs nothing that goes on.
    private const string Buildah = "buildah";

    private static readonly string[] Known = ["docker", "podman", "finch", Buildah];

    /// <summary>Its name: the program may be given by its path.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Program);

    /// <summary>Finds an engine that works.</summary>
    /// <param name="chosen">The value of <c>LANDFALL_CONTAINER_ENGINE</c>: the only engine to try, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="LandfallException">There is none.</exception>
    public static async Task<ContainerEngine> FindAsync(string? chosen, CancellationToken cancellation)
    {
        return await FirstAsync(chosen, cancellation).ConfigureAwait(false) ?? throw new LandfallException(
            ErrorCodes.ContainerEngineMissing,
            (chosen is null ? "No container engine works on this machine" : $"LANDFALL_CONTAINER_ENGINE names '{chosen}', which does not work here")
            + ", but the file has images to build. Ways out: install one of docker, podman, finch or buildah; or build the image elsewhere and name it "
            + "('image: registry/name:tag'); or deploy with --local, which runs no containers and builds none.");
    }

    /// <summary>Finds an engine that runs containers, and works.</summary>
    /// <param name="chosen">The value of <c>LANDFALL_CONTAINER_ENGINE</c>: the only engine to try, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="LandfallException">There is none.</exception>
    public static async Task<ContainerEngine> FindRunningAsync(string? chosen, CancellationToken cancellation)
    {
        return await FirstAsync(chosen, cancellation, except: Buildah).ConfigureAwait(false) ?? throw new LandfallException(
            ErrorCodes.LocalEngineMissing,
            (chosen is null ? "Services run in containers here, and no container engine works on this machine" : $"LANDFALL_CONTAINER_ENGINE names '{chosen}', which runs no containers here")
            + ". Install docker, podman or finch, or start the one that is installed: its 'info' command has to answer. 'landfall deploy --local' needs none, and runs nothing.");
    }

    /// <summary>Logs in; the password goes through standard input.</summary>
    public Task LoginAsync(string registry, string user, string password, CancellationToken cancellation) =>
        RunAsync(["login", "--username", user, "--password-stdin", registry], password, $"log in to {registry}", null, cancellation);

    /// <summary>Builds an image of exactly those files that its tag stands for.</summary>
    /// <param name="build">The build.</param>
    /// <param name="tag">The image's name.</param>
    /// <param name="workFolder">A folder for what the engine is told; it is created.</param>
    /// <param name="onLine">Gets what the engine says.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task BuildAsync(ImageBuild build, string tag, string workFolder, Action<string> onLine, CancellationToken cancellation)
    {
        var dockerfile = InTheWay.OfFile(Path.Combine(workFolder, "Dockerfile"));
        var ignore = InTheWay.OfFile(dockerfile + ".dockerignore");
        File.Copy(build.Dockerfile, dockerfile, overwrite: true);
        await File.WriteAllLinesAsync(ignore, DockerIgnore.Of(build).Lines, cancellation).ConfigureAwait(false);

        // BuildKit, of docker and finch, reads the ignore file that stands beside the Dockerfile before the context's
        // (Docker documentation, "Build context", "Filename and location"); buildah and podman are told which.
        List<string> arguments = ["build", "--file", dockerfile, "--tag", tag, "--platform", build.Platform];
        if (Name is "podman" or "buildah")
            arguments.AddRange(["--ignorefile", ignore]);
        if (build.Target is not null)
            arguments.AddRange(["--target", build.Target]);
        foreach (var (name, value) in build.Args.OrderBy(a => a.Key, StringComparer.Ordinal))
            arguments.AddRange(["--build-arg", $"{name}={value}"]);
        arguments.Add(build.Context);
        await RunAsync(arguments, null, $"build {build.Context}", onLine, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes an image into a tar with an OCI layout.</summary>
    public Task SaveAsync(string image, string file, CancellationToken cancellation) => RunAsync(
        Name switch
        {
            "buildah" => ["push", image, $"oci-archive:{file}"],
            "podman" => ["save", "--format", "oci-archive", "--output", file, image],
            _ => ["save", "--output", file, image],
        },
        null,
        $"save {image}",
        null,
        cancellation);

    /// <summary>Gives an image a second name.</summary>
    public Task TagAsync(string image, string tag, CancellationToken cancellation) =>
        RunAsync(["tag", image, tag], null, $"tag {tag}", null, cancellation);

    /// <summary>Pushes an image.</summary>
    public Task PushAsync(string tag, bool plainHttp, Action<string> onLine, CancellationToken cancellation) =>
        // Docker decides by itself that loopback registries speak plain HTTP; the others have to be told.
        RunAsync(plainHttp && Name != "docker" ? ["push", "--tls-verify=false", tag] : ["push", tag], null, $"push {tag}", onLine, cancellation);

    private static async Task<ContainerEngine?> FirstAsync(string? chosen, CancellationToken cancellation, string? except = null)
    {
        foreach (var engine in (chosen is null ? Known : [chosen]).Select(program => new ContainerEngine(program)).Where(engine => engine.Name != except))
        {
            if (await WorksAsync(engine.Program, cancellation).ConfigureAwait(false))
                return engine;
        }

        return null;
    }

    private static async Task<bool> WorksAsync(string program, CancellationToken cancellation)
    {
        try
        {
            // 'info' needs the daemon where there is one; a client alone builds nothing.
            return (await ProcessRunner.RunAsync(new ProcessSpec(program, ["info"]), null, cancellation).ConfigureAwait(false)).ExitCode == 0;
        }
        catch (LandfallException)
        {
            return false;
        }
    }

    private async Task RunAsync(IReadOnlyList<string> arguments, string? input, string doing, Action<string>? onLine, CancellationToken cancellation)
    {
        var result = await ProcessRunner.RunAsync(new ProcessSpec(Program, arguments) { Input = input }, onLine, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException(ErrorCodes.ImageFailed, $"{Program} could not {doing}:\n{string.Join('\n', (result.Output + result.Error).Trim().Split('\n').TakeLast(15))}");
    }
}
