using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Rules;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes;

/// <summary>Finds the change from what runs to what is wanted. It asks nobody: what it needs is handed to it.</summary>
internal static class ChangeFinder
{
    /// <summary>Finds the change.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="deployed">The stacks that run, with the values that they were deployed with.</param>
    /// <param name="wanted">The stacks that are to be deployed; a stack that runs and is not among them stays as it is.</param>
    /// <param name="removed">The names of the stacks that are to be deleted.</param>
    /// <returns>The change.</returns>
    public static Change Find(
        string environment, IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyCollection<string> removed)
    {
        var comparison = EnvironmentComparison.Of(deployed, wanted, removed);
        var effects = new List<Effect>();
        var refused = new List<Refusal>();
        var stacks = new List<StackChange>();
        foreach (var stack in comparison.Stacks)
        {
            var resources = new List<ResourceChange>();
            foreach (var resource in stack.Resources)
            {
                var own = new List<Effect>();
                foreach (var rule in ChangeRules.All.Where(r => r.Covers(resource.Type)))
                {
                    foreach (var finding in rule.Find(resource, comparison))
                    {
                        if (rule.Kind is { } kind)
                            own.Add(EffectOf(resource, kind, finding));
                        else
                            refused.Add(new Refusal(Subject.Of(resource), resource.Stack, resource.LogicalId, finding.Text));
                    }
                }

                own = [.. own.DistinctBy(e => e.Id)];
                effects.AddRange(own);
                resources.Add(new ResourceChange(
                    resource.LogicalId, resource.Path, resource.Type, resource.Action, [.. own.Select(e => e.Id)], Reason.Of(resource)));
            }

            stacks.Add(new StackChange(stack.Name, stack.Action, resources));
        }

        return new Change(
            environment,
            ChangeDigest.Of(environment, deployed, wanted, removed),
            stacks,
            [.. effects.OrderBy(e => !e.Harmful).ThenBy(e => e.Kind).ThenBy(e => e.Id, StringComparer.Ordinal)],
            refused)
        {
            Hints = RenameHint.In(comparison),
        };
    }

    private static Effect EffectOf(ComparedResource resource, EffectKind kind, Finding finding) => new(
        EffectId.Of(resource, kind, finding.Text),
        kind,
        finding.Certainty,
        finding.Harms && ChangeRule.IsHarmful(kind),
        Subject.Of(resource),
        finding.Text,
        finding.Seconds,
        finding.Amount);
}
