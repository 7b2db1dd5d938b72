using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operations.Deployment;
using Landfall.Operations.LocalAws;

namespace Landfall.Operator.Store;

/// <summary>Where the operator keeps what it knows of an environment: a file of SQLite below the user's Landfall folder.</summary>
internal static class StoreFile
{
    /// <summary>Names the file of an environment, and makes its folder.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="account">The account that it is in.</param>
    /// <param name="local">True for the local AWS, which has the accounts of AWS but not what is in them.</param>
    /// <returns>The path.</returns>
    public static string Of(AppPlan plan, string account, bool local) =>
        Path.Combine(LandfallHome.Below("operator", local ? "local" : account, plan.Region, plan.App), $"{plan.Environment}.db");

    /// <summary>Finds the file of an environment without a request, where the file names the account.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The path.</returns>
    public static async Task<string> FindAsync(AppPlan plan, bool local, TimeProvider time, CancellationToken stop)
    {
        if (local)
            return Of(plan, LocalAwsServer.Account, local);
        if (plan.Account is { } account)
            return Of(plan, account, local);
        using var target = await Targets.OpenAsync(plan, local, time, stop).ConfigureAwait(false);
        return Of(plan, target.Account, local);
    }
}
