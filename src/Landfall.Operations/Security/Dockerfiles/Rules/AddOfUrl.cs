namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>ADD of an address, without a checksum.</summary>
internal sealed class AddOfUrl() : DockerRule(new(
    "docker-add-url", "ADD downloads something that nothing checks", Severity.Medium, "CIS Docker 4.9",
    "Whoever controls the address, or the way to it, controls what gets into the image.",
    "Give ADD a '--checksum=sha256:…', or download in a RUN that checks a signature or a checksum."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Name == "ADD" && i.Instruction.Flag("checksum") is null && CopySources.Of(i.Instruction).Any(CopySources.IsRemote))
            .Select(i => At(i.Stage, i.Instruction));
}
