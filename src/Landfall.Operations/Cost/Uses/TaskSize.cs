using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>How large a task is.</summary>
/// <param name="Vcpu">Its CPUs.</param>
/// <param name="Gb">Its memory.</param>
/// <param name="Arm">True where it is for ARM.</param>
/// <param name="MoreDisk">Its disk beyond the 20 GB that every task has.</param>
internal sealed record TaskSize(decimal Vcpu, decimal Gb, bool Arm, decimal MoreDisk)
{
    /// <summary>The type of what says it.</summary>
    public const string Type = "AWS::ECS::TaskDefinition";

    /// <summary>Reads a task definition.</summary>
    /// <param name="definition">The task definition.</param>
    /// <returns>The size; null where it says none.</returns>
    public static TaskSize? Of(EvaluatedResource definition) =>
        Scalars.Decimal(definition.Properties["Cpu"]) is { } cpu && Scalars.Decimal(definition.Properties["Memory"]) is { } memory
            ? new TaskSize(
                cpu / 1024,
                memory / 1024,
                Scalars.Text(definition.Properties["RuntimePlatform"]?["CpuArchitecture"]) == "ARM64",
                Math.Max(0, (Scalars.Decimal(definition.Properties["EphemeralStorage"]?["SizeInGiB"]) ?? 20) - 20))
            : null;
}
