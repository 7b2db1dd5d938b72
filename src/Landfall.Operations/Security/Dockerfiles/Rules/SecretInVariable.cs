using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>A secret in ENV or ARG.</summary>
internal sealed class SecretInVariable() : DockerRule(new(
    "docker-secret-in-variable", "A secret is kept in the image", Severity.High, "CIS Docker 4.10",
    "What ENV and ARG set stands in the image's history, for everybody who can pull it.",
    "Give it when the container starts, from a secret store; at the build use 'RUN --mount=type=secret'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file)
    {
        foreach (var (stage, instruction) in file.Instructions.Where(i => i.Instruction.Name is "ENV" or "ARG"))
        {
            foreach (var (name, value) in Assignments.Of(instruction).Where(a => SecretName.IsOne(a.Name) && Holds(instruction, a.Value)))
                yield return At(stage, instruction, $"{instruction.Name} {name}: {Facts.Reason}") with { Resource = $"{stage?.Label ?? "ARG"}/{name}", Edits = Fix(instruction, name) };
        }
    }

    /// <summary>An argument holds whatever the build gives it, and a variable that takes it too.</summary>
    private static bool Holds(Instruction instruction, string? value) => instruction.Name == "ARG" || (value is not null && (value.StartsWith('$') || SecretValue.IsPlain(value)));

    // What the image does not have, whoever runs it gives: by 'secrets' and 'uses' in landfall.yaml, or as a variable of the container.
    private static IReadOnlyList<Edit> Fix(Instruction instruction, string name) =>
        instruction.Name == "ENV" && Assignments.Of(instruction).Count == 1
            ? [new ReplaceLines(instruction.Line, instruction.End - instruction.Line + 1, $"# {name} is given when the container is run, and is no part of the image.")] : [];
}
