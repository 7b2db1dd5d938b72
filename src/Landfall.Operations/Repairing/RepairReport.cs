using System.Text.Json.Serialization;
using Landfall.Operations.Deployment.Locks;

namespace Landfall.Operations.Repairing;

/// <summary>What was stuck in an environment, and what became of it.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Stacks">The stacks that were stuck; none where all take deployments.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record RepairReport(string App, string Environment, IReadOnlyList<StuckStack> Stacks, bool DryRun)
{
    /// <summary>The environment's lock as it was found; null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LockRecord? Lock { get; init; }
}
