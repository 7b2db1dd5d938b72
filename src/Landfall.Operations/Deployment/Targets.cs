using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Config.Imports;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment;

/// <summary>Opens the AWS that a command works on.</summary>
internal static class Targets
{
    /// <summary>Puts a project's plan into the local AWS's one account.</summary>
    /// <param name="project">The project.</param>
    /// <returns>The same project with the local account.</returns>
    public static Project ForLocal(Project project) => project with { Plan = project.Plan with { Account = LocalAwsServer.Account } };

    /// <summary>Opens the AWS that a plan is deployed to.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="local">True for the local AWS, which has to run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The target.</returns>
    /// <exception cref="LandfallException">The credentials are another account's, or no local AWS runs.</exception>
    public static Task<AwsTarget> OpenAsync(AppPlan plan, bool local, TimeProvider time, CancellationToken cancellation) =>
        OpenAsync(plan.Environment, plan.Account, plan.Profile, plan.Region, StackNames.Elsewhere(plan), local, time, cancellation);

    /// <summary>Opens the AWS of an environment that is not resolved.</summary>
    /// <param name="needed">What the file says of it.</param>
    /// <param name="local">True for the local AWS, which has to run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The target.</returns>
    /// <exception cref="LandfallException">There is no such profile, the credentials are another account's, or no local AWS runs.</exception>
    public static Task<AwsTarget> OpenAsync(NeededFacts needed, bool local, TimeProvider time, CancellationToken cancellation) =>
        OpenAsync(needed.Environment, needed.Account, needed.Profile, needed.Region, new Dictionary<string, string>(), local, time, cancellation);

    private static async Task<AwsTarget> OpenAsync(
        string environment, string? expected, string? profile, string region, IReadOnlyDictionary<string, string> elsewhere, bool local, TimeProvider time, CancellationToken cancellation)
    {
        if (local)
        {
            return Of(Running(), region, elsewhere, time);
        }

        var session = new AwsSession(region, time, profile is null ? null : AwsProfile.Find(profile) ?? throw new LandfallException(
            ErrorCodes.ProfileMissing,
            $"Environment '{environment}' uses the profile '{profile}', but there are no credentials by that name in ~/.aws/config or ~/.aws/credentials. Set it up with 'aws configure sso --profile {profile}' or 'aws configure --profile {profile}', or change 'profile'."));
        return await OfAsync(session, environment, expected, profile, elsewhere, cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens the local AWS without an environment.</summary>
    /// <param name="region">The region.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The session.</returns>
    /// <exception cref="LandfallException">No local AWS runs.</exception>
    public static AwsSession OpenLocal(string region, TimeProvider time) => Session(Running(), region, time);

    /// <summary>The target of a session, which is disposed with it, and also where the credentials are another account's.</summary>
    internal static async Task<AwsTarget> OfAsync(
        AwsSession session, string environment, string? expected, string? profile, IReadOnlyDictionary<string, string> elsewhere, CancellationToken cancellation)
    {
        try
        {
            var account = await session.GetAccountAsync(cancellation).ConfigureAwait(false);
            return expected is null || expected == account
                ? new AwsTarget(session, account, null) { Profile = profile, Regions = new StackRegions(session, elsewhere) }
                : throw new LandfallException(ErrorCodes.WrongAccount, $"Environment '{environment}' is in account {expected}, but the credentials are of account {account}. Choose another profile with {(profile is null ? "'profile' or AWS_PROFILE" : "'profile'")}.");
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The target of a local AWS that runs.</summary>
    internal static AwsTarget Of(LocalAwsState local, string region, IReadOnlyDictionary<string, string> elsewhere, TimeProvider time)
    {
        var session = Session(local, region, time);
        return new AwsTarget(session, LocalAwsServer.Account, local.Endpoint) { Regions = new StackRegions(session, elsewhere) };
    }

    private static LocalAwsState Running() =>
        LocalAwsServer.Find() ?? throw new LandfallException(ErrorCodes.LocalAwsMissing, "The local AWS does not run. 'landfall local start' starts it.");

    private static AwsSession Session(LocalAwsState local, string region, TimeProvider time) =>
        new(region, time, new BasicAWSCredentials("local", "local"), name => name == "AWS_ENDPOINT_URL" ? local.Endpoint : null);
}
