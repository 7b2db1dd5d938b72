namespace Landfall.Config.Plan;

/// <summary>One step of a worker's scaling.</summary>
/// <param name="Above">Visible messages from which the step holds.</param>
/// <param name="Add">Tasks to add.</param>
public sealed record ScaleStepPlan(int Above, int Add);
