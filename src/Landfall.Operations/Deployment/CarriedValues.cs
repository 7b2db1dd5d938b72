using Amazon.Runtime;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment;

/// <summary>
/// Carries what stacks publish in another region to the environment's own, under the same names: CloudFormation resolves
/// parameters from the Parameter Store of the stack's region only (ADR 17). One value more tells that there are such stacks, so
/// that the other region is asked only where there is a reason to.
/// </summary>
/// <param name="regions">The regions that the stacks are in.</param>
/// <param name="plan">The environment.</param>
internal sealed class CarriedValues(StackRegions regions, AppPlan plan)
{
    private readonly string _root = $"{plan.ParameterRoot}/{EdgeGlobal.ValuesPart}";

    private string Mark => $"{_root}/region";

    /// <summary>Whether the environment has stacks in another region, or is to have some.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False also where the credentials do not allow to find out.</returns>
    public async Task<bool> AreThereAsync(CancellationToken cancellation)
    {
        if (regions.Elsewhere.Count == 0)
            return false;
        if (EdgeGlobal.IsNeeded(plan))
            return true;
        try
        {
            using var store = new ParameterStore(regions.Home);
            return await store.FindAsync(Mark, cancellation).ConfigureAwait(false) is not null;
        }
        catch (AmazonServiceException e) when (e.ErrorCode == "AccessDeniedException")
        {
            return false;
        }
    }

    /// <summary>Tells, before the first of them is deployed, that there are stacks in another region.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public async Task MarkAsync(CancellationToken cancellation)
    {
        using var store = new ParameterStore(regions.Home);
        await store.TryCreateAsync(Mark, regions.Elsewhere.Values.First(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the carried values those that are published now: adds what is missing, and deletes what nobody publishes any more.</summary>
    /// <param name="cancellation">Gives up; the next deployment does the rest.</param>
    /// <returns>The end of it.</returns>
    public async Task BringAsync(CancellationToken cancellation)
    {
        if (!await AreThereAsync(cancellation).ConfigureAwait(false))
            return;
        var stacks = await EnvironmentStacks.ReadElsewhereAsync(regions, plan, cancellation).ConfigureAwait(false);
        using var store = new ParameterStore(regions.Home);
        var carried = await store.ListAsync(_root, cancellation).ConfigureAwait(false);
        var published = stacks.SelectMany(stack => stack.Published).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in published.Where(p => carried.GetValueOrDefault(p.Key) != p.Value))
            await store.ReplaceAsync(name, value, cancellation).ConfigureAwait(false);
        foreach (var name in carried.Keys.Except(published.Keys, StringComparer.Ordinal).Where(name => name != Mark || stacks.Count == 0))
            await store.DeleteAsync(name, cancellation).ConfigureAwait(false);
    }
}
