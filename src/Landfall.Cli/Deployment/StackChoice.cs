using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Cli.Deployment;

/// <summary>Chooses the stacks that a command works on.</summary>
internal static class StackChoice
{
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

        var known = assembly.Stacks.ToDictionary(s => Part(s, plan), StringComparer.Ordinal);
        foreach (var name in only)
        {
            if (!known.ContainsKey(name))
                throw new LandfallException("LF5052", $"--only names '{name}'; the stacks of '{plan.Environment}' are {string.Join(", ", known.Keys)}.");
        }

        return [.. assembly.Stacks.Where(s => only.Contains(Part(s, plan)))];
    }

    private static string Part(AssemblyStack stack, AppPlan plan) =>
        stack.Name.StartsWith(plan.Prefix + "-", StringComparison.Ordinal) ? stack.Name[(plan.Prefix.Length + 1)..] : stack.Name;
}
