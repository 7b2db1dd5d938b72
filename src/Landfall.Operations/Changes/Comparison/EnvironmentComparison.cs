using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes.Comparison;

/// <summary>Every stack of an environment, compared.</summary>
/// <param name="Stacks">The stacks that are touched, in the order of the deployment; those that go come last.</param>
/// <param name="Running">What runs.</param>
internal sealed record EnvironmentComparison(IReadOnlyList<StackComparison> Stacks, Running Running)
{
    // A replacement reaches who refers to it, and those who refer to them: each round is one step further.
    private const int MostRounds = 20;

    /// <summary>The resources that change.</summary>
    public IEnumerable<ComparedResource> Resources => Stacks.SelectMany(s => s.Resources);

    /// <summary>Compares.</summary>
    /// <param name="deployed">What runs.</param>
    /// <param name="wanted">The stacks that are deployed.</param>
    /// <param name="removed">The names of the stacks that go.</param>
    /// <returns>The comparison.</returns>
    public static EnvironmentComparison Of(
        IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyCollection<string> removed)
    {
        var running = new Running([.. deployed.Where(s => s.HasContents)]);
        var replaced = new Dictionary<(string Stack, string LogicalId), Certainty>();
        List<StackComparison> stacks;
        var rounds = 0;
        do
        {
            stacks = Compare(running, wanted, new Wanted(running, wanted, replaced));
        }
        while (Learn(stacks, replaced) && ++rounds < MostRounds);

        var going = deployed.Where(s => removed.Contains(s.Name)).Select(s => StackComparison.Removed(s.Name, running.Resources(s.Name)));
        return new EnvironmentComparison([.. stacks.Where(s => s.IsTouched), .. going], running);
    }

    private static List<StackComparison> Compare(Running running, IReadOnlyList<AssemblyStack> wanted, Wanted world) =>
    [
        .. wanted.Select(stack => StackComparison.Of(
            stack.Name,
            running.Find(stack.Name) is null,
            running.Resources(stack.Name),
            world.Resources(stack.Name),
            IsTouched(running.Find(stack.Name), stack))),
    ];

    /// <summary>What CloudFormation updates a stack for although no resource's properties differ.</summary>
    private static bool IsTouched(DeployedStack? runs, AssemblyStack wanted) =>
        runs is null
        || !JsonNode.DeepEquals(runs.Template["Outputs"], wanted.Template["Outputs"])
        || !wanted.Tags.OrderBy(t => t.Key, StringComparer.Ordinal).SequenceEqual(runs.Stack.Tags.OrderBy(t => t.Key, StringComparer.Ordinal))
        || !Policies(runs.Template).SequenceEqual(Policies(wanted.Template));

    private static IEnumerable<(string, string?, string?)> Policies(JsonObject template) =>
        (template["Resources"] as JsonObject ?? []).OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => (r.Key, (string?)r.Value?["DeletionPolicy"], (string?)r.Value?["UpdateReplacePolicy"]));

    private static bool Learn(List<StackComparison> stacks, Dictionary<(string Stack, string LogicalId), Certainty> replaced)
    {
        var learned = false;
        foreach (var resource in stacks.SelectMany(s => s.Resources).Where(r => r.Action == ResourceAction.Replace))
        {
            var key = (resource.Stack, resource.LogicalId);
            if (replaced.TryGetValue(key, out var known) && known <= resource.Certainty)
                continue;
            replaced[key] = resource.Certainty;
            learned = true;
        }

        return learned;
    }
}
