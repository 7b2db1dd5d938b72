namespace Landfall.Operations.Cost.Sizing;

/// <summary>What a service's tasks have used of what they have, in percent.</summary>
/// <param name="Days">On how many days there is a measurement.</param>
/// <param name="CpuP95">CPU, on the average of the tasks in an hour: 95 % of the hours have less.</param>
/// <param name="CpuP99">CPU: 99 % of the hours have less.</param>
/// <param name="CpuMost">The most CPU in a minute, of the task that used most.</param>
/// <param name="MemoryP95">Memory, on the average of the tasks in an hour: 95 % of the hours have less.</param>
/// <param name="MemoryMost">The most memory in a minute, of the task that used most.</param>
internal sealed record MeasuredUse(int Days, double CpuP95, double CpuP99, double CpuMost, double MemoryP95, double MemoryMost);
