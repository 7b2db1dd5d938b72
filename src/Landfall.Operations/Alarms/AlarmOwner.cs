using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Alarms;

/// <summary>
/// Whose an alarm is, by its name. A service may be called <c>api</c> and another <c>api-v2</c>, and an environment <c>dev</c>
/// and another <c>dev-2</c>: so the stack with the longest name that the alarm's begins with has it.
/// </summary>
/// <param name="plan">The environment.</param>
internal sealed class AlarmOwner(AppPlan plan)
{
    private readonly IReadOnlyList<StackPlan> _stacks = StackList.Of(plan);

    /// <summary>Finds the stack that an alarm is in.</summary>
    /// <param name="alarm">The alarm's name.</param>
    /// <returns>The stack; null for an alarm that is not the environment's.</returns>
    public StackPlan? Of(string alarm) =>
        _stacks.Where(stack => alarm.StartsWith($"{stack.Name}-", StringComparison.Ordinal)).MaxBy(stack => stack.Name.Length);

    /// <summary>Whether an alarm is one of a service's.</summary>
    /// <param name="alarm">The alarm's name.</param>
    /// <param name="services">The services.</param>
    /// <returns>True or false.</returns>
    public bool IsOf(string alarm, IEnumerable<ServicePlan> services) =>
        Of(alarm)?.Service is { } owner && services.Any(service => service.Name == owner);
}
