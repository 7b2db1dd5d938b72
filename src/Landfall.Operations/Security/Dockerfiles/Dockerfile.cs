using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>A Dockerfile's stages, as Docker's reference says how to read it (https://docs.docker.com/reference/dockerfile/).</summary>
/// <param name="Stages">The stages, in order.</param>
/// <param name="Arguments">The ARG instructions before the first FROM.</param>
internal sealed partial record Dockerfile(IReadOnlyList<Stage> Stages, IReadOnlyList<Instruction> Arguments)
{
    /// <summary>Every instruction that is not a FROM, with its stage; null for those before the first.</summary>
    public IEnumerable<(Stage? Stage, Instruction Instruction)> Instructions =>
        Arguments.Select(argument => ((Stage?)null, argument)).Concat(Stages.SelectMany(stage => stage.Instructions.Select(instruction => ((Stage?)stage, instruction))));

    /// <summary>Tells by its name whether a file is one.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>True for <c>Dockerfile</c>, <c>Containerfile</c>, <c>Dockerfile.web</c> and <c>web.dockerfile</c>.</returns>
    public static bool IsOne(string path) => FileName().IsMatch(path);

    /// <summary>Reads one. Whatever is no instruction is passed over: Docker says so at the build.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>Its stages.</returns>
    public static Dockerfile Parse(string text)
    {
        var (stages, arguments) = (new List<Stage>(), new List<Instruction>());
        var defaults = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var instruction in InstructionReader.Read(text))
        {
            if (instruction.Name == "FROM" && From().Match(instruction.Arguments) is { Success: true } from)
            {
                var image = from.Groups["image"].Value;
                var name = from.Groups["name"] is { Success: true, Value: var given } ? given : null;
                stages.Add(new Stage(name, image, instruction, stages.LastOrDefault(s => s.Name?.Equals(image, StringComparison.OrdinalIgnoreCase) == true), defaults));
            }
            else if (stages.Count > 0)
            {
                stages[^1].Add(instruction);
            }
            else if (instruction.Name == "ARG")
            {
                arguments.Add(instruction);
                foreach (var (name, value) in Assignments.Of(instruction))
                    defaults[name] = value is null ? null : Expansion.Of(value, defaults);
            }
        }

        return new Dockerfile(stages, arguments);
    }

    [GeneratedRegex(@"(^|/)((Dockerfile|Containerfile)([._-][^/]*)?|[^/]+\.(dockerfile|containerfile))$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?<image>\S+)(\s+AS\s+(?<name>\S+))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex From();
}
