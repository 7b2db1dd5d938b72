namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>A rule for the commands that RUN runs.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class CommandRule(RuleFacts facts) : DockerRule(facts)
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Commands.Any(Breaks)).Select(i => At(i.Stage, i.Instruction));

    /// <summary>Tells whether a command breaks the rule.</summary>
    /// <param name="command">The command.</param>
    /// <returns>True when it does.</returns>
    protected abstract bool Breaks(ShellCommand command);
}
