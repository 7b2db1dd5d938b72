using System.Globalization;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>A container ended by itself.</summary>
internal sealed class ContainerExited : IHealthRule
{
    // Those that other rules know: not found and not executable, killed for its memory.
    private static readonly int[] KnownElsewhere = [126, 127, 137];

    /// <inheritdoc />
    public string Id => "container-exited";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        if (facts.Failed is not { StopCode: "EssentialContainerExited" } task || task.Containers.FirstOrDefault(c => c.ExitCode is not null) is null)
            return null;
        var ended = task.Containers.Where(c => c.ExitCode is { } code && !KnownElsewhere.Contains(code)).ToList();
        if (ended.Count == 0)
            return null;
        var first = ended.Find(c => c.ExitCode != 0) ?? ended[0];
        var code = first.ExitCode!.Value;
        return new Finding(
            Id,
            $"The program in container '{first.Name}' ended {Word(code)}.",
            [.. ended.Select(c => $"container '{c.Name}' ended with exit code {c.ExitCode!.Value.ToString(CultureInfo.InvariantCulture)}{(c.Reason is null ? "" : $": {c.Reason}")}"), .. facts.LastLines],
            code == 0
                ? "A service has to go on: a program that does its work and ends is a job ('type: job')."
                : $"Its last lines say why, most often: a variable, a secret, a database or another service that it did not find. 'landfall logs {facts.Service.Title} --previous' has all of them.");
    }

    private static string Word(int code) => code switch
    {
        0 => "well, with exit code 0",
        134 => "by itself (SIGABRT, exit code 134): it found something that must not be",
        139 => "with a segmentation fault (exit code 139)",
        143 => "because it was told to (SIGTERM, exit code 143)",
        _ => $"with exit code {code.ToString(CultureInfo.InvariantCulture)}",
    };
}
