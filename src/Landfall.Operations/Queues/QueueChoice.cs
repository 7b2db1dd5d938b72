using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Queues;

/// <summary>Finds the queue that somebody means.</summary>
internal static class QueueChoice
{
    /// <summary>Finds it by its name in the file, or the older one that it has in AWS.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="name">The name.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="LandfallException">There is none of this name.</exception>
    public static QueuePlan Of(AppPlan plan, string name) => plan.Queues.FirstOrDefault(queue => queue.Title == name || queue.Name == name)
        ?? throw new LandfallException(ErrorCodes.QueueUnknown, $"'{name}' is no queue of '{plan.Environment}'. {(plan.Queues.Count == 0 ? "It has none." : $"It has {string.Join(", ", plan.Queues.Select(queue => queue.Title).Order(StringComparer.Ordinal))}.")}");
}
