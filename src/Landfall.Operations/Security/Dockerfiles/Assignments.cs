using Landfall.Operations.Processes;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>Reads <c>NAME=value NAME="a value"</c>, and ENV's old <c>NAME value</c>.</summary>
internal static class Assignments
{
    /// <summary>Reads those of ARG, ENV or LABEL.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <returns>Names with values, unquoted; null for an ARG without one.</returns>
    public static IReadOnlyList<(string Name, string? Value)> Of(Instruction instruction)
    {
        var text = instruction.Arguments.Trim();
        var first = text.IndexOfAny([' ', '\t', '=']);
        if (instruction.Name != "ARG" && first > 0 && text[first] != '=')
            return [(text[..first], text[first..].Trim())];
        var found = new List<(string, string?)>();
        foreach (var word in ShellWords.Split(text))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            found.Add(equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]));
        }

        return found;
    }
}
