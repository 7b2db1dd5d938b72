using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment.Protection;

namespace Landfall.Operations.Deployment;

/// <summary>Takes stacks down. What <c>protect</c> retains stays, and is listed.</summary>
/// <param name="regions">The regions that the stacks are in.</param>
/// <param name="time">The clock.</param>
internal sealed class Destroyer(StackRegions regions, TimeProvider time)
{
    /// <summary>Finds the order in which stacks can be deleted, what would outlive them and what would be lost.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The plan.</returns>
    public Task<DeletionPlan> PlanAsync(IReadOnlyList<Stack> stacks, CancellationToken cancellation) =>
        PlanAsync(stacks, new Dictionary<string, IReadOnlyCollection<string>>(), cancellation);

    /// <summary>The same, where some of what blocks a deletion is to stay.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="kept">By stack, the logical ids of what stays because somebody named it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The plan.</returns>
    public async Task<DeletionPlan> PlanAsync(
        IReadOnlyList<Stack> stacks, IReadOnlyDictionary<string, IReadOnlyCollection<string>> kept, CancellationToken cancellation)
    {
        var templates = await StackTemplate.ReadAsync(regions, stacks, cancellation).ConfigureAwait(false);
        var ordered = DeletionOrder.Of(stacks, templates);
        var (retained, doomed, undeletable) = (new List<OwnedResource>(), new List<OwnedResource>(), new List<OwnedResource>());
        foreach (var stack in ordered)
        {
            var protectedIds = await ProtectedAsync(stack, cancellation).ConfigureAwait(false);
            foreach (var resource in await regions.ClientOf(stack.Name).ListResourcesAsync(stack.Name, cancellation).ConfigureAwait(false))
            {
                if (resource.Status == "DELETE_COMPLETE")
                    continue; // CloudFormation still lists what an earlier attempt has deleted
                var owned = new OwnedResource(stack.Name, resource.Type, resource.PhysicalId);
                var stays = templates[stack.Name].Retains.Contains(resource.LogicalId) || kept.GetValueOrDefault(stack.Name, []).Contains(resource.LogicalId);
                (stays ? retained : doomed).Add(owned);
                if (!stays && protectedIds.Contains(resource.LogicalId))
                    undeletable.Add(owned);
            }
        }

        return new DeletionPlan(ordered, retained, [.. doomed.Where(r => DeletionPlan.HoldsData(r.Type))])
        {
            Doomed = doomed.ToLookup(r => r.Stack, StringComparer.Ordinal),
            Protected = undeletable,
            Kept = kept,
            After = DeletionOrder.Waits(ordered, templates),
        };
    }

    /// <summary>
    /// Deletes stacks, protected ones too: whoever calls has asked. Those that do not wait for each other go at the same
    /// time; where one cannot be deleted, those that wait for it stay.
    /// </summary>
    /// <param name="plan">The stacks; the buckets that stay are not emptied.</param>
    /// <param name="progress">Gets a line for a person before each stack, from any thread.</param>
    /// <param name="cancellation">Stops waiting; CloudFormation ends what it has begun.</param>
    /// <returns>How each ended, in the plan's order.</returns>
    /// <exception cref="LandfallException">A stack could not be deleted; the others are.</exception>
    /// <exception cref="InterruptedDeploymentException">A person stopped the waiting.</exception>
    public async Task<IReadOnlyList<StackReport>> DestroyAsync(DeletionPlan plan, Action<string> progress, CancellationToken cancellation)
    {
        var running = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        var tasks = new Dictionary<string, Task<StackReport>>(StringComparer.Ordinal);
        foreach (var stack in plan.Stacks)
        {
            var before = plan.After.GetValueOrDefault(stack.Name)?.Select(name => tasks[name]).ToList() ?? [];
            tasks[stack.Name] = DeleteAfterAsync(stack, before);
        }

        try
        {
            var reports = await Task.WhenAll(tasks.Values).ConfigureAwait(false);
            return reports.All(r => r.Outcome == StackOutcome.Deleted) ? reports : throw Failed(reports);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new InterruptedDeploymentException(
                string.Join('\n', running.Keys.Order(StringComparer.Ordinal).Select(name => $"  {name}: DELETE_IN_PROGRESS")), cancellation);
        }

        async Task<StackReport> DeleteAfterAsync(Stack stack, List<Task<StackReport>> before)
        {
            if ((await Task.WhenAll(before).ConfigureAwait(false)).Any(r => r.Outcome != StackOutcome.Deleted))
                return new StackReport(stack.Name, StackOutcome.NotReached, 0, 0);
            progress($"Deleting {stack.Name} …");
            running[stack.Name] = 0;
            var report = await new StackDeletion(regions.SessionOf(stack.Name), time).RunAsync(stack, [.. plan.Doomed[stack.Name]], plan.Kept.GetValueOrDefault(stack.Name, []), cancellation).ConfigureAwait(false);
            running.TryRemove(stack.Name, out _);
            return report;
        }
    }

    private static LandfallException Failed(IReadOnlyList<StackReport> reports) => new(
        ErrorCodes.DeletionFailed,
        string.Join('\n', reports.Where(r => r.Reason is not null).Select(r => $"'{r.Stack}' could not be deleted: {r.Reason}"))
            + "\nMend the cause and run the same command again: it goes on from there.")
    {
        Details = new FailedDeletion(reports),
    };

    private async Task<IReadOnlySet<string>> ProtectedAsync(Stack stack, CancellationToken cancellation) =>
        stack.Status != "REVIEW_IN_PROGRESS"
            && JsonNode.Parse(await regions.ClientOf(stack.Name).GetTemplateAsync(stack.Name, cancellation).ConfigureAwait(false)) is JsonObject template
            ? ProtectedResources.Of(new DeployedStack(stack, template))
            : new HashSet<string>();
}
