namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>A stage of a Dockerfile: what one FROM begins.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Image">The image that it begins with, as it is written.</param>
/// <param name="From">The FROM.</param>
/// <param name="Base">The stage that it begins with; null for an image.</param>
/// <param name="Arguments">What the arguments before the first FROM are by default.</param>
internal sealed record Stage(string? Name, string Image, Instruction From, Stage? Base, IReadOnlyDictionary<string, string?> Arguments)
{
    private readonly List<Instruction> _instructions = [];

    /// <summary>Its instructions, without the FROM.</summary>
    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>What findings call it.</summary>
    public string Label => Name ?? Image;

    /// <summary>Adds an instruction.</summary>
    public void Add(Instruction instruction) => _instructions.Add(instruction);

    /// <summary>What variables are before an instruction: those of the stages below too. Null stands for one that is given at the build.</summary>
    /// <param name="instruction">The instruction; null for the stage's end.</param>
    /// <returns>The variables.</returns>
    public IReadOnlyDictionary<string, string?> Variables(Instruction? instruction)
    {
        var variables = Base?.Variables(null).ToDictionary(StringComparer.Ordinal) ?? new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var one in _instructions.TakeWhile(i => !ReferenceEquals(i, instruction)).Where(i => i.Name is "ARG" or "ENV"))
        {
            foreach (var (name, value) in Assignments.Of(one))
                variables[name] = value is null ? Arguments.GetValueOrDefault(name) : Expansion.Of(value, variables);
        }

        return variables;
    }
}
