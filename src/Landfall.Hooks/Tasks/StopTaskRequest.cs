namespace Landfall.Hooks.Tasks;

/// <summary>Which task is to end.</summary>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Task">Its ARN.</param>
/// <param name="Reason">Why, in at most 255 characters.</param>
internal sealed record StopTaskRequest(string Cluster, string Task, string Reason);
