using Landfall.Cli.Processes;
using Landfall.Cli.Projects;
using Landfall.Config;

namespace Landfall.Cli.Synthesis;

/// <summary>The program that turns a plan into CloudFormation templates.</summary>
/// <param name="Assembly">Its entry assembly, run by <c>dotnet</c>.</param>
internal sealed record SynthHost(string Assembly)
{
    /// <summary>Finds the host of a project, and builds it where it has to be built first.</summary>
    /// <param name="project">The project; its <c>extend</c> names the user's own host.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">The host cannot be built.</exception>
    public static async Task<SynthHost> FindAsync(Project project, Action<string> progress, CancellationToken cancellation)
    {
        if (project.Plan.Extend is { } extend)
            return await HostBuilder.BuildAsync(Path.Combine(project.Root, extend), progress, cancellation).ConfigureAwait(false);
        if (Environment.GetEnvironmentVariable("LANDFALL_SYNTH_HOST") is { } given)
        {
            return File.Exists(given)
                ? new SynthHost(given)
                : throw new LandfallException("LF5020", $"LANDFALL_SYNTH_HOST names '{given}', which is not there.");
        }

        return await HostBuilder.BuildDefaultAsync(project.Root, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs the host.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="node">The node that the CDK's library runs in.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What it left behind.</returns>
    public Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, string node, CancellationToken cancellation) =>
        ProcessRunner.RunAsync(
            new ProcessSpec("dotnet", [Assembly, .. arguments])
            {
                Environment = new Dictionary<string, string?> { ["JSII_NODE"] = node, ["DOTNET_TieredPGO"] = "0" },
            },
            null,
            cancellation);
}
