using Landfall.Aws;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes;

/// <summary>
/// Says which roles of AWS's services a deployment makes in the account. They are no part of what is agreed to: they stand
/// beside the environment, and AWS would make them at the first use.
/// </summary>
internal static class NewServiceRoles
{
    /// <summary>Adds them; none where nobody may ask which there are.</summary>
    /// <param name="change">The change.</param>
    /// <param name="stacks">The stacks that are deployed.</param>
    /// <param name="recorded">Services whose roles are known to be there.</param>
    /// <param name="session">The account.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The same change.</returns>
    public static async Task<Change> AddAsync(
        Change change, IEnumerable<AssemblyStack> stacks, IReadOnlyList<string> recorded, AwsSession session, CancellationToken stop)
    {
        var needed = ServiceLinkedRoles.NeededBy(stacks.SelectMany(stack => stack.ResourceTypes)).Except(recorded).ToList();
        if (change.Stacks.Count == 0 || needed.Count == 0)
            return change;
        var there = await ServiceLinkedRoles.FindAsync(session, stop).ConfigureAwait(false);
        return there is null ? change : change with { ServiceRoles = [.. needed.Except(there)] };
    }
}
