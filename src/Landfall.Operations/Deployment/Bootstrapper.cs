using Landfall.Aws;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Deployment;

/// <summary>Prepares the regions of an account for the CDK, which every deployment needs once.</summary>
/// <param name="cdk">The CDK CLI.</param>
/// <param name="target">The account and its regions.</param>
/// <param name="time">The clock.</param>
/// <param name="meeting">Names the folder whose lock is held meanwhile; by default the user's.</param>
internal sealed class Bootstrapper(CdkCli cdk, AwsTarget target, TimeProvider time, Func<string>? meeting = null)
{
    /// <summary>The parameter in which a bootstrapped region says its version.</summary>
    internal const string VersionParameter = "/cdk-bootstrap/hnb659fds/version";

    /// <summary>Bootstraps the regions of stacks unless they are.</summary>
    /// <param name="stacks">The stacks that are about to be deployed.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LandfallException">The CDK CLI failed.</exception>
    public async Task EnsureAsync(IEnumerable<string> stacks, Action<string> progress, CancellationToken cancellation)
    {
        foreach (var session in stacks.Select(target.Regions.SessionOf).Distinct().ToList())
            await EnsureAsync(session, progress, cancellation).ConfigureAwait(false);
    }

    private async Task EnsureAsync(AwsSession session, Action<string> progress, CancellationToken cancellation)
    {
        using var parameters = new ParameterStore(session);
        if (await IsDoneAsync(parameters, cancellation).ConfigureAwait(false))
            return;

        // The first deployments of two projects meet here.
        using var alone = await FolderLock.TakeAsync(meeting?.Invoke() ?? LandfallHome.Below("bootstrap"), progress, time, cancellation).ConfigureAwait(false);
        if (await IsDoneAsync(parameters, cancellation).ConfigureAwait(false))
            return;

        progress($"Bootstrapping {target.Account}/{session.Region} for the CDK (once) …");
        var result = await cdk.RunAsync(["bootstrap", $"aws://{target.Account}/{session.Region}"], null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException(ErrorCodes.BootstrapFailed, $"Bootstrapping {target.Account}/{session.Region} failed; the whole output is in {cdk.LogFile}.\n{LastLines(result.Error)}");
    }

    private static async Task<bool> IsDoneAsync(ParameterStore parameters, CancellationToken cancellation) =>
        await parameters.FindAsync(VersionParameter, cancellation).ConfigureAwait(false) is not null;

    private static string LastLines(string text) => string.Join('\n', text.Trim().Split('\n').TakeLast(6));
}
