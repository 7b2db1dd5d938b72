namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>The working folder is one of the system's.</summary>
internal sealed class SystemWorkdir() : DockerRule(new(
    "docker-system-workdir", "The working folder is one of the system's", Severity.Medium, "CVE-2024-21626",
    "By a file descriptor below /proc a program gets out of its container where the runtime is old; the others are the kernel's or the host's.",
    "Take a folder of the program's own, such as /app."))
{
    private static readonly string[] Kernels = ["/proc", "/dev", "/sys", "/boot"];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) => file.Instructions
        .Where(i => i.Instruction.Name == "WORKDIR" && i.Stage is { } stage && Expansion.Of(i.Instruction.Arguments, stage.Variables(i.Instruction))?.Trim().Trim('"') is { } folder
            && Kernels.Any(own => folder == own || folder.StartsWith($"{own}/", StringComparison.Ordinal)))
        .Select(i => At(i.Stage, i.Instruction));
}
