using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that CPU and memory are a pair that Fargate has.</summary>
internal sealed class FargateSizeValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            if (service.Memory is not { } memory || !service.Knows("cpu"))
            {
                continue;
            }

            var cpu = service.Cpu;
            var allowed = FargateSizes.Memory(cpu);
            if (!allowed.Contains((int)memory.MiB))
            {
                problems.Add(
                    service.MarkOfLatest("memory", "cpu"),
                    ErrorCodes.FargateSize,
                    $"'{name}' has {cpu} CPU units with {memory.MiB} MiB of memory, which Fargate does not have. With {cpu} it has {Shown(allowed)} MiB{Fitting((int)memory.MiB)}.");
            }
        }
    }

    private static string Shown(IReadOnlyList<int> allowed) =>
        allowed.Count <= 4
            ? string.Join(", ", allowed)
            : $"{allowed[0]} to {allowed[^1]} in steps of {allowed[1] - allowed[0]}";

    private static string Fitting(int memory)
    {
        var cpus = new[] { 256, 512, 1024, 2048, 4096, 8192, 16384 }.Where(cpu => FargateSizes.Memory(cpu).Contains(memory)).ToArray();
        return cpus.Length == 0 ? "" : $"; {memory} goes with a cpu of {string.Join(" or ", cpus)}";
    }
}
