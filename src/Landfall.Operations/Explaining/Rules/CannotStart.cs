using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The command that the container is started with is not in the image, or may not be run.</summary>
internal sealed partial class CannotStart : IHealthRule
{
    /// <inheritdoc />
    public string Id => "cannot-start";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        IReadOnlyList<string> said = [.. facts.Say(Says()), .. (facts.Failed?.Containers ?? []).Where(c => c.ExitCode is 126 or 127).Select(c => $"container '{c.Name}' ended with exit code {c.ExitCode}")];
        return said.Count > 0
            ? new Finding(
                Id,
                "The program that the container is to start is not in the image, or may not be run.",
                [.. said, .. facts.LastLines],
                facts.Service.Task.Command.Count > 0
                    ? $"Check 'command: [{string.Join(", ", facts.Service.Task.Command)}]' against what is in the image, and that the file may be executed by the user that the container runs as."
                    : "Check the image's ENTRYPOINT and CMD, and that the file is there and may be executed by the user that the container runs as.")
            : null;
    }

    [GeneratedRegex("CannotStartContainerError|CannotCreateContainerError|executable file not found|exec: .*permission denied|no such file or directory: unknown", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
