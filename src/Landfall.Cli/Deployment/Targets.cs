using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Aws.SecurityToken;
using Landfall.Cli.LocalAws;
using Landfall.Cli.Projects;
using Landfall.Config;

namespace Landfall.Cli.Deployment;

/// <summary>Finds out which AWS a command works on.</summary>
internal static class Targets
{
    /// <summary>Puts a project's plan into the local AWS's one account.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The same project with the local account.</returns>
    public static Project ForLocal(Project project) => project with { Plan = project.Plan with { Account = LocalAwsServer.Account } };

    /// <summary>The local AWS as a target.</summary>
    /// <param name="region">The region.</param>
    /// <param name="local">The running local AWS.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The target and a session on it.</returns>
    public static (AwsTarget Target, AwsSession Session) Local(string region, LocalAwsState local, TimeProvider time)
    {
        var session = new AwsSession(
            region,
            time,
            new BasicAWSCredentials("local", "local"),
            name => name == "AWS_ENDPOINT_URL" ? local.Endpoint : null);
        return (new AwsTarget(region, LocalAwsServer.Account, local.Endpoint), session);
    }

    /// <summary>AWS itself as a target, after a look at whose credentials these are.</summary>
    /// <param name="environment">The environment's name, for the message.</param>
    /// <param name="expected">The account that the file names, or null.</param>
    /// <param name="region">The region.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The target and a session on it.</returns>
    /// <exception cref="LandfallException">There are no credentials, or they are another account's.</exception>
    public static async Task<(AwsTarget Target, AwsSession Session)> AwsAsync(
        string environment, string? expected, string region, TimeProvider time, CancellationToken cancellation)
    {
        var session = new AwsSession(region, time);
        string account;
        try
        {
            account = await new SecurityTokenClient(session).GetAccountAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AmazonClientException or AwsException or HttpRequestException)
        {
            throw new LandfallException("LF5050", $"AWS does not accept the credentials: {e.Message.Split('\n')[0]} Sign in ('aws sso login', or set AWS_PROFILE), or add --local for the local AWS.");
        }

        if (expected is not null && expected != account)
            throw new LandfallException("LF5051", $"Environment '{environment}' is in account {expected}, but the credentials are of account {account}. Choose another profile with AWS_PROFILE.");
        return (new AwsTarget(region, account, null), session);
    }
}
