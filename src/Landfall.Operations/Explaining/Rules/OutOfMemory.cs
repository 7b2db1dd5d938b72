using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>A container took more memory than its task has.</summary>
internal sealed partial class OutOfMemory : IHealthRule
{
    // 128 + SIGKILL: nobody else kills a container that ends by itself.
    private const int Killed = 137;

    /// <inheritdoc />
    public string Id => "out-of-memory";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        var killed = (facts.Failed?.Containers ?? []).Where(c => Says().IsMatch(c.Reason ?? "") || (c.ExitCode == Killed && facts.Failed!.StopCode == "EssentialContainerExited"))
            .Select(c => $"container '{c.Name}' ended with exit code {c.ExitCode?.ToString(CultureInfo.InvariantCulture)}{(c.Reason is null ? "" : $": {c.Reason}")}").ToList();
        return killed.Count > 0
            ? new Finding(
                Id,
                string.Create(CultureInfo.InvariantCulture, $"A container took more memory than there is, and was killed: the task has {facts.Service.Task.Memory} MiB."),
                [.. killed, .. facts.LastLines],
                "Raise 'memory', or bring the program's own limit below it (Node: --max-old-space-size, Java: -XX:MaxRAMPercentage, .NET: DOTNET_GCHeapHardLimitPercent). If it grows over days, something is never let go.")
            : null;
    }

    [GeneratedRegex("OutOfMemory", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
