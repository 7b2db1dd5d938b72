using Landfall.Config;
using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Deployment;

/// <summary>Chooses the stacks that a command works on.</summary>
internal static class StackChoice
{
    /// <summary>Refuses names that are no stack's, before anything is built. A host of the user's own may add stacks, whose names only its assembly tells.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="only">Names such as <c>api</c> or <c>data</c>; empty for all.</param>
    /// <exception cref="LandfallException">A name is no stack's.</exception>
    public static void RequireKnown(AppPlan plan, IReadOnlyList<string> only)
    {
        if (plan.Extend is null)
            RequireKnown(plan, only, [.. StackList.Of(plan).Select(s => Part(s.Name, plan))]);
    }

    /// <summary>Chooses stacks by the last part of their names.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="only">Names such as <c>api</c> or <c>data</c>; empty for all.</param>
    /// <returns>The stacks, each after those that it depends on.</returns>
    /// <exception cref="LandfallException">A name is no stack's.</exception>
    public static IReadOnlyList<AssemblyStack> Choose(Assembly assembly, AppPlan plan, IReadOnlyList<string> only)
    {
        if (only.Count == 0)
            return assembly.Stacks;

        RequireKnown(plan, only, [.. assembly.Stacks.Select(s => Part(s.Name, plan))]);
        return [.. assembly.Stacks.Where(s => only.Contains(Part(s.Name, plan)))];
    }

    /// <summary>Refuses to deploy stacks before those that they stand on: CloudFormation would not find the values that they read.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="chosen">The stacks to deploy.</param>
    /// <param name="deployed">The names of the stacks that are deployed.</param>
    /// <exception cref="LandfallException">A stack that is needed is neither chosen nor deployed.</exception>
    public static void RequireFoundations(
        Assembly assembly, AppPlan plan, IReadOnlyList<AssemblyStack> chosen, IReadOnlyCollection<string> deployed)
    {
        var ids = chosen.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var needed = new HashSet<string>(ids, StringComparer.Ordinal);
        foreach (var stack in assembly.Stacks.Reverse()) // each before those that it depends on
        {
            if (ids.Contains(stack.Id) || (needed.Contains(stack.Id) && !deployed.Contains(stack.Name)))
                needed.UnionWith(stack.Dependencies);
        }

        var missing = assembly.Stacks.Where(s => needed.Contains(s.Id) && !ids.Contains(s.Id) && !deployed.Contains(s.Name)).ToList();
        RequireNone(plan, chosen, missing, "not deployed");
    }

    /// <summary>Refuses to deploy stacks before what is new in those that they stand on.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="chosen">The stacks to deploy.</param>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <exception cref="LandfallException">A stack has something that is needed and not deployed.</exception>
    public static void RequireNewFoundations(
        Assembly assembly, AppPlan plan, IReadOnlyList<AssemblyStack> chosen, IReadOnlyList<DeployedStack> deployed) =>
        RequireNone(plan, chosen, NewFoundations.Of(deployed, assembly.Stacks, chosen), "what they need of it is not deployed");

    private static void RequireNone(AppPlan plan, IReadOnlyList<AssemblyStack> chosen, IReadOnlyList<AssemblyStack> missing, string why)
    {
        if (missing.Count > 0)
            throw new LandfallException(ErrorCodes.StackNeeded, $"--only leaves out {Parts(", ", missing, plan)}: needed by {Parts(", ", chosen, plan)}, and {why} to '{plan.Environment}' yet. Deploy without --only, or with --only {Parts(" ", [.. missing, .. chosen], plan)}.");
    }

    private static string Parts(string separator, IEnumerable<AssemblyStack> stacks, AppPlan plan) =>
        string.Join(separator, stacks.Select(s => Part(s.Name, plan)));

    private static void RequireKnown(AppPlan plan, IReadOnlyList<string> only, List<string> known)
    {
        if (only.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new LandfallException(ErrorCodes.UnknownStack, $"--only names '{unknown}', which is no stack of '{plan.Environment}'.{Suggestion.DidYouMean(Part(unknown, plan), known)} There are {string.Join(", ", known)}.");
    }

    private static string Part(string stack, AppPlan plan) => StackNames.Part(plan, stack);
}
