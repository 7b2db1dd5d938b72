namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>An instruction of a Dockerfile, its continued lines joined.</summary>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Arguments">What follows the name and the flags.</param>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Flags">Its flags, such as <c>--from=build</c>.</param>
/// <param name="Documents">The texts of its here-documents.</param>
internal sealed record Instruction(string Name, string Arguments, int Line, IReadOnlyList<string> Flags, IReadOnlyList<string> Documents)
{
    /// <summary>Its last line, from 1.</summary>
    public int End { get; init; } = Line;

    /// <summary>The commands that a shell runs for it.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; } = Name is "RUN" ? ShellCommands.Of(Arguments, Documents) : [];

    /// <summary>The value of a flag.</summary>
    /// <param name="name">Its name, without hyphens.</param>
    /// <returns>The value, or null.</returns>
    public string? Flag(string name) => Flags.FirstOrDefault(f => f.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];
}
