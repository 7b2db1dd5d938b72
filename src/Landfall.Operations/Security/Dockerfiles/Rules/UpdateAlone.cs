namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>The lists of packages are updated in a step of their own.</summary>
internal sealed class UpdateAlone() : DockerRule(new(
    "docker-update-alone", "Package lists are updated in a step of their own", Severity.Low, "CIS Docker 4.7",
    "The step is taken from the cache, so that later ones install old packages with known holes.",
    "Update and install in one RUN: 'apt-get update && apt-get install -y …'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Commands.Any(Updates) && !i.Instruction.Commands.Any(c => c.Inner.Program is var p && IsManager(p) && c.Inner.Arguments.Any(a => a is "install" or "add" or "upgrade" or "dist-upgrade" or "full-upgrade")))
            .Select(i => At(i.Stage, i.Instruction));

    private static bool IsManager(string program) => program is "apt" or "apt-get" or "aptitude" or "apk";

    private static bool Updates(ShellCommand command) => IsManager(command.Inner.Program) && command.Inner.Arguments.FirstOrDefault(a => a is not ['-', ..]) == "update";
}
