using Landfall.Config;
using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Cli.Deployment;

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

    private static void RequireKnown(AppPlan plan, IReadOnlyList<string> only, List<string> known)
    {
        if (only.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new LandfallException("LF5052", $"--only names '{unknown}', which is no stack of '{plan.Environment}'.{Suggestion.DidYouMean(Part(unknown, plan), known)} There are {string.Join(", ", known)}.");
    }

    private static string Part(string stack, AppPlan plan) =>
        stack.StartsWith(plan.Prefix + "-", StringComparison.Ordinal) ? stack[(plan.Prefix.Length + 1)..] : stack;
}
