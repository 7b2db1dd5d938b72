namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>A rule for Dockerfiles.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class DockerRule(RuleFacts facts) : SecurityRule(facts)
{
    /// <summary>Finds where it does not hold.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <returns>The places.</returns>
    public abstract IEnumerable<Spot> Check(Dockerfile file);

    /// <summary>The place of an instruction.</summary>
    protected static Spot At(Stage? stage, Instruction instruction, string? detail = null) =>
        new(instruction.Line, stage is null ? instruction.Name : $"{stage.Label}/{instruction.Name}", detail);
}
