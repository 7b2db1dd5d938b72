using System.Text;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>Joins continued lines, leaves comments out and takes here-documents in.</summary>
internal static partial class InstructionReader
{
    /// <summary>Reads the instructions of a Dockerfile.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The instructions.</returns>
    public static IEnumerable<Instruction> Read(string text)
    {
        var lines = text.Split('\n');
        var escape = Escape(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsLeftOut(lines[i]))
                continue;
            var start = i;
            var joined = new StringBuilder();
            while (true)
            {
                var line = lines[i].TrimEnd();
                var goesOn = line.EndsWith(escape);
                if (!IsLeftOut(lines[i]) || i == start)
                    joined.Append(goesOn ? line[..^1] : line);
                else
                    goesOn = true; // comments and empty lines do not end an instruction
                if (!goesOn || i + 1 == lines.Length)
                    break;
                i++;
            }

            var match = Line().Match(joined.ToString());
            if (!match.Success)
                continue;
            var name = match.Groups["name"].Value.ToUpperInvariant();

            // What ONBUILD holds back is done in the images that are made of this one.
            if (name == "ONBUILD" && Line().Match(match.Groups["rest"].Value) is { Success: true } held)
                (match, name) = (held, held.Groups["name"].Value.ToUpperInvariant());
            var (flags, rest) = Flags(match.Groups["rest"].Value);
            var documents = new List<string>();
            foreach (Match document in name is "RUN" or "COPY" or "ADD" ? HereDocument().Matches(rest) : Enumerable.Empty<Match>())
                documents.Add(Document(lines, ref i, document.Groups["end"].Value, document.Groups["tabs"].Success));
            yield return new Instruction(name, rest, start + 1, flags, documents) { End = i + 1 };
        }
    }

    /// <summary>A parser directive stands before everything else, also before a comment.</summary>
    private static char Escape(string[] lines)
    {
        foreach (var line in lines)
        {
            if (Directive().Match(line) is not { Success: true } match)
                break;
            if (match.Groups["name"].Value.Equals("escape", StringComparison.OrdinalIgnoreCase))
                return match.Groups["value"].Value is "`" ? '`' : '\\';
        }

        return '\\';
    }

    private static bool IsLeftOut(string line) => line.TrimStart() is "" or ['#', ..];

    private static (IReadOnlyList<string> Flags, string Text) Flags(string text)
    {
        var flags = new List<string>();
        text = text.Trim();
        while (Flag().Match(text) is { Success: true } match)
        {
            flags.Add(match.Groups[1].Value);
            text = text[match.Length..];
        }

        return (flags, text);
    }

    private static string Document(string[] lines, ref int at, string end, bool tabs)
    {
        var text = new StringBuilder();
        while (at + 1 < lines.Length)
        {
            at++;
            var line = tabs ? lines[at].TrimStart('\t') : lines[at];
            if (line.TrimEnd() == end)
                break;
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z]+)\s+(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(--[a-z][a-z-]*(?:=\S*)?)\s+")]
    private static partial Regex Flag();

    [GeneratedRegex(@"(?<!<)<<(?<tabs>-)?[""']?(?<end>[A-Za-z_]\w*)[""']?")]
    private static partial Regex HereDocument();

    [GeneratedRegex(@"^#\s*(?<name>[a-zA-Z]+)\s*=\s*(?<value>\S+)\s*$")]
    private static partial Regex Directive();
}
