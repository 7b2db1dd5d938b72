using Landfall.Aws;
using Landfall.Cli.Deployment;
using Landfall.Cli.LocalAws;
using Landfall.Cli.Projects;
using Landfall.Config;

namespace Landfall.Cli.Commands;

/// <summary>Opens the AWS that a command reads or changes.</summary>
internal static class Sessions
{
    /// <summary>Opens AWS, or the local AWS that runs.</summary>
    /// <param name="context">The program.</param>
    /// <param name="project">The project.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The target and a session on it.</returns>
    /// <exception cref="LandfallException">There are no credentials, or no local AWS runs.</exception>
    public static async Task<(AwsTarget Target, AwsSession Session)> OpenAsync(
        CommandContext context, Project project, bool local, CancellationToken cancellation)
    {
        var plan = project.Plan;
        return local
            ? Targets.Local(plan.Region, RunningLocal(), context.Time)
            : await Targets.AwsAsync(plan.Environment, plan.Account, plan.Region, context.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds the local AWS, which a command that only reads does not start.</summary>
    /// <returns>The local AWS.</returns>
    /// <exception cref="LandfallException">It does not run.</exception>
    public static LocalAwsState RunningLocal() =>
        LocalAwsServer.Find() ?? throw new LandfallException("LF5053", "The local AWS does not run. 'landfall local start' or 'landfall deploy --local' starts it.");
}
