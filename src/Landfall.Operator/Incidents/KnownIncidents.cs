using System.Globalization;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operator.Store;

namespace Landfall.Operator.Incidents;

/// <summary>Opens what an operator knows of an environment, for whoever only looks or says a word.</summary>
internal static class KnownIncidents
{
    /// <summary>Opens it.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The store, and when the operator last looked.</returns>
    /// <exception cref="LandfallException">No operator has looked yet.</exception>
    public static async Task<(OperatorStore Store, DateTimeOffset LastTick)> OpenAsync(AppPlan plan, bool local, OperationContext context)
    {
        var file = await StoreFile.FindAsync(plan, local, context.Time, context.Stop).ConfigureAwait(false);
        if (!File.Exists(file))
            throw Never(plan, local, file);
        var store = OperatorStore.Open(file, context.Time);
        try
        {
            return store.LastTick() is { } last ? (store, last) : throw Never(plan, local, file);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>What is wrong where there is no incident of a number.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="id">The number.</param>
    /// <returns>The error.</returns>
    public static LandfallException Unknown(AppPlan plan, long id) => new(
        ErrorCodes.IncidentUnknown,
        string.Create(CultureInfo.InvariantCulture, $"{plan.App} {plan.Environment} has no incident {id}. 'landfall incidents --env {plan.Environment}' lists them."));

    private static LandfallException Never(AppPlan plan, bool local, string file) => new(
        ErrorCodes.OperatorNever,
        $"No operator has looked at {plan.App} {plan.Environment} from this machine yet ('{file}' is not there, or has nothing), so that nothing is known of its incidents. Begin with: landfall operate --env {plan.Environment}{(local ? " --local" : "")}");
}
