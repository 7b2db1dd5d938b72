using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Repairing;

/// <summary>Refuses what names nothing that is there.</summary>
internal static class RepairChoice
{
    /// <summary>The stacks that are named; all where none is.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="deployed">Its stacks.</param>
    /// <param name="names">Names such as <c>api</c>, or whole ones.</param>
    /// <returns>The stacks.</returns>
    /// <exception cref="LandfallException">A name is no deployed stack's.</exception>
    public static IReadOnlyList<Stack> Stacks(AppPlan plan, IReadOnlyList<Stack> deployed, IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !deployed.Any(stack => Means(plan, stack, name))) is { } unknown)
            throw new LandfallException(ErrorCodes.RepairChoice, $"'{unknown}' is no deployed stack of '{plan.Environment}'. There are {Or(deployed.Select(stack => StackNames.Part(plan, stack.Name)), "none")}.");
        return names.Count == 0 ? deployed : [.. deployed.Where(stack => names.Any(name => Means(plan, stack, name)))];
    }

    /// <summary>Refuses options that mean nothing for what is stuck: they were meant for something else.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="stuck">What is stuck.</param>
    /// <param name="parameters">The options.</param>
    /// <exception cref="LandfallException">An option fits no stack, or several.</exception>
    public static void RequireFitting(AppPlan plan, IReadOnlyList<StuckStack> stuck, RepairParameters parameters)
    {
        RequireBlocking(plan, "--skip", "rollback", parameters.Skip, [.. stuck.Where(stack => stack.Remedy == Remedy.ContinueRollback)]);
        RequireBlocking(plan, "--retain", "deletion", parameters.Retain, [.. stuck.Where(stack => stack.Status == "DELETE_FAILED")]);
        if (parameters.Cancel && !stuck.Any(stack => stack.Remedy == Remedy.Cancel))
            throw new LandfallException(ErrorCodes.RepairChoice, $"--cancel: CloudFormation is at no update of '{plan.Environment}' that could be given up. It gives up updates alone, and only before it cleans up. Leave the option out.");
    }

    private static void RequireBlocking(AppPlan plan, string option, string what, IReadOnlyList<string> names, IReadOnlyList<StuckStack> stacks)
    {
        foreach (var name in names)
        {
            var count = stacks.Count(stack => stack.Blocking.Contains(name));
            if (count == 0)
                throw new LandfallException(ErrorCodes.RepairChoice, $"{option} names '{name}', at which no {what} of '{plan.Environment}' has stopped. They have stopped at {Or(stacks.SelectMany(stack => stack.Blocking.Select(one => $"{one} ({stack.Stack})")), "nothing")}.");
            if (count > 1)
                throw new LandfallException(ErrorCodes.RepairChoice, $"{option} names '{name}', which is in more than one stack. Name the stack too: 'landfall repair {StackNames.Part(plan, stacks.First(stack => stack.Blocking.Contains(name)).Stack)} {option} {name}'.");
        }
    }

    private static bool Means(AppPlan plan, Stack stack, string name) => name == stack.Name || name == StackNames.Part(plan, stack.Name);

    private static string Or(IEnumerable<string> names, string none) => string.Join(", ", names.Order(StringComparer.Ordinal).DefaultIfEmpty(none));
}
