using Landfall.Operations.Processes;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>What COPY and ADD copy.</summary>
internal static class CopySources
{
    /// <summary>The sources: all words but the last.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <returns>The sources, as written.</returns>
    public static IReadOnlyList<string> Of(Instruction instruction)
    {
        var words = ShellCommands.Words(instruction.Arguments) ?? ShellWords.Split(instruction.Arguments);
        return [.. words.SkipLast(1).Where(word => !word.StartsWith("<<", StringComparison.Ordinal))];
    }

    /// <summary>True for an address.</summary>
    public static bool IsRemote(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || source.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("git@", StringComparison.Ordinal) || source.StartsWith("git://", StringComparison.Ordinal);
}
