using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>Completes the rows of a deployment that failed: the stacks that it did not come to.</summary>
internal static class UnreachedStacks
{
    /// <summary>Tells those of which nothing was wanted from those that were not reached.</summary>
    /// <param name="wanted">The stacks that were to be deployed.</param>
    /// <param name="reached">The rows so far.</param>
    /// <param name="deployed">The stacks as they were before.</param>
    /// <returns>A row for each of the others.</returns>
    public static IEnumerable<StackReport> Of(
        IEnumerable<AssemblyStack> wanted, IReadOnlyList<StackReport> reached, IReadOnlyList<DeployedStack> deployed) =>
        from stack in wanted
        where reached.All(r => r.Stack != stack.Name)
        let runs = deployed.FirstOrDefault(d => d.Name == stack.Name)
        let asWanted = runs is not null && StackStates.Stands(runs.Stack.Status) && JsonNode.DeepEquals(runs.Template, stack.Template)
        select new StackReport(stack.Name, asWanted ? StackOutcome.Unchanged : StackOutcome.NotReached, stack.ResourceTypes.Count, 0);
}
