using Landfall.Aws;
using Landfall.Aws.SystemsManager;
using Landfall.Config;

namespace Landfall.Cli.Deployment;

/// <summary>Prepares an account and region for the CDK, which every deployment needs once.</summary>
internal static class Bootstrapper
{
    private const string VersionParameter = "/cdk-bootstrap/hnb659fds/version";

    /// <summary>Tells whether the account and region are bootstrapped.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True when nothing has to be done.</returns>
    public static async Task<bool> IsBootstrappedAsync(AwsSession session, CancellationToken cancellation) =>
        await new ParameterStoreClient(session).FindAsync(VersionParameter, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Bootstraps.</summary>
    /// <param name="cdk">The CDK CLI.</param>
    /// <param name="target">The account and region.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LandfallException">The CDK CLI failed.</exception>
    public static async Task BootstrapAsync(CdkCli cdk, AwsTarget target, CancellationToken cancellation)
    {
        var result = await cdk.RunAsync(["bootstrap", $"aws://{target.Account}/{target.Region}"], null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException("LF5030", $"Bootstrapping {target.Account}/{target.Region} failed; the whole output is in {cdk.LogFile}.\n{LastLines(result.Error)}");
    }

    private static string LastLines(string text) => string.Join('\n', text.Trim().Split('\n').TakeLast(6));
}
