using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Sites;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Synthesis;

/// <summary>Turns a project into a cloud assembly, and does nothing when the one that is there is current.</summary>
internal static class Synthesizer
{
    /// <summary>Synthesises.</summary>
    /// <param name="request">What, and where to.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up; the output folder is then not current.</param>
    /// <returns>True when templates were written, false when those that were there are current.</returns>
    /// <exception cref="LandfallException">The synth host reported a problem.</exception>
    public static async Task<bool> SynthesizeAsync(SynthesisRequest request, Action<string> progress, CancellationToken cancellation)
    {
        var host = await SynthHost.FindAsync(request.Project, progress, cancellation).ConfigureAwait(false);
        await SiteBuilder.BuildAsync(request.Project, onlyMissing: true, progress, cancellation).ConfigureAwait(false);
        var stamp = SynthStamp.Compute(request, host);
        if (SynthStamp.Matches(request.Output, stamp))
            return false;

        var tools = await ToolInstaller.EnsureAsync(progress, cancellation).ConfigureAwait(false);
        var plan = InTheWay.OfFile(Path.Combine(request.Project.WorkFolder, $"plan-{request.Project.Plan.Environment}.json"));
        await File.WriteAllTextAsync(plan, PlanFile.Write(request.Project.Plan), cancellation).ConfigureAwait(false);
        MakeRoom(request.Project, request.Output);

        // Written aside and moved into place as a whole: an interrupted or failed synthesis leaves what was there.
        // Two runs of one environment exclude each other, so its name is enough to tell asides of one folder apart.
        var aside = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Output))}.{request.Project.Plan.Environment}.new";
        MakeRoom(request.Project, aside);
        try
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true); // left by a run that was killed
            await RunAsync(host, request, plan, aside, tools, cancellation).ConfigureAwait(false);
            SynthStamp.Write(aside, stamp, request.Project.Plan);
            if (Directory.Exists(request.Output))
                Directory.Delete(request.Output, recursive: true);
            Directory.Move(aside, request.Output);
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }

        return true;
    }

    /// <summary>Synthesises into the environment's own folder, and reads what is there.</summary>
    /// <param name="project">The project and environment.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The assembly.</returns>
    /// <exception cref="LandfallException">The synth host reported a problem.</exception>
    public static async Task<Assembly> AssembleAsync(Project project, bool local, Action<string> progress, CancellationToken cancellation)
    {
        var output = project.AssemblyFolder(local);
        await SynthesizeAsync(new SynthesisRequest(project, output, Check: false), progress, cancellation).ConfigureAwait(false);
        return Assembly.Read(output);
    }

    private static async Task RunAsync(
        SynthHost host, SynthesisRequest request, string plan, string output, Tools tools, CancellationToken cancellation)
    {
        Directory.CreateDirectory(output); // the CDK waits for ever where it cannot
        SynthStamp.Begin(output);
        List<string> arguments = ["--plan", plan, "--project", request.Project.Root, "--output", output];
        if (!request.Check && WarmSynthesis.Of(host, tools.Node) is { } warm && await RunWarmAsync(warm, plan, request.Project.Root, output, cancellation).ConfigureAwait(false))
            return;
        if (request.Check)
            arguments.AddRange(["--nag", "--validate"]);
        var result = await host.RunAsync(arguments, request.Project.Root, tools.Node, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException(ErrorCodes.SynthesisFailed, $"Synthesis failed:\n{(result.Error + result.Output).Trim()}");
    }

    /// <summary>
    /// Asks a host that stays. Where its caller has gone it ends its work a moment later: so it writes to a folder of this
    /// run's alone, in which no other run begins.
    /// </summary>
    private static async Task<bool> RunWarmAsync(WarmSynthesis warm, string plan, string root, string output, CancellationToken cancellation)
    {
        var own = $"{output}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(own);
            SynthStamp.Begin(own);
            if (!await warm.TryAsync(["--plan", plan, "--project", root, "--output", own], cancellation).ConfigureAwait(false))
                return false;
            Directory.Delete(output, recursive: true);
            Directory.Move(own, output);
            return true;
        }
        finally
        {
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
        }
    }

    /// <summary>
    /// What is in Landfall's own folder is Landfall's, in whatever state. Elsewhere a folder that is no cloud assembly is
    /// never emptied.
    /// </summary>
    private static void MakeRoom(Project project, string output)
    {
        if (output.StartsWith(project.WorkFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            InTheWay.OfFolder(output);
        else if (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any() && !IsAssembly(output))
            throw new LandfallException(ErrorCodes.OutputOccupied, $"'{output}' has files in it that are no cloud assembly. Name an empty or new folder.");
    }

    private static bool IsAssembly(string folder) =>
        OwnState.IsOwn(folder) || File.Exists(Path.Combine(folder, OwnState.CdkOutput)) || File.Exists(Path.Combine(folder, "manifest.json"));
}
