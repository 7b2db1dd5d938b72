namespace Landfall.Operations.Top;

/// <summary>What a service uses of what its tasks have.</summary>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Cpu">CPU in percent, in the last minute that CloudWatch has; null where it has none.</param>
/// <param name="CpuMost">The most in a minute since <see cref="EnvironmentUse.From"/>, of the task that used most.</param>
/// <param name="Memory">Memory in percent, in the last minute that CloudWatch has.</param>
/// <param name="MemoryMost">The most in a minute, of the task that used most.</param>
/// <param name="TaskCpu">CPU units that each task has, 1024 to a vCPU.</param>
/// <param name="TaskMemory">Memory that each task has, in MiB.</param>
internal sealed record ServiceUse(string Service, double? Cpu, double? CpuMost, double? Memory, double? MemoryMost, int TaskCpu, int TaskMemory);
