namespace Landfall.Operations.Cost.Sizing;

/// <summary>The size of a task.</summary>
/// <param name="Cpu">CPU units, 1024 to a vCPU.</param>
/// <param name="Memory">MiB.</param>
internal readonly record struct TaskPair(int Cpu, int Memory);
