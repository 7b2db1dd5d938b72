using System.Text.RegularExpressions;

namespace Landfall.Checks.Format;

/// <summary>The variables that a check file defines with <c>@name = value</c>, and the places where it uses them.</summary>
internal sealed partial class FileVariables
{
    /// <summary>What stands for the address that is checked; whoever runs the file gives it.</summary>
    public const string BaseName = "base";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>What the file says that <c>{{base}}</c> is, for editors; null where it does not.</summary>
    public string? Base { get; private set; }

    /// <summary>Reads the definitions.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <returns>The variables.</returns>
    public static FileVariables Read(IReadOnlyList<string> lines, List<CheckFault> faults)
    {
        var variables = new FileVariables();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Definition().Match(lines[i]) is not { Success: true } match)
                continue;
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value.Trim());
            if (name == BaseName)
                variables.Base = value.TrimEnd('/');
            else
                variables._values[name] = variables.Expand(value, i + 1, match.Groups["value"].Index, [], faults);
        }

        return variables;
    }

    /// <summary>Whether a line is a definition.</summary>
    /// <param name="line">The line.</param>
    /// <returns>True for one.</returns>
    public static bool Defines(string line) => Definition().IsMatch(line);

    /// <summary>The value of a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <returns>Its value; null where the file does not define it.</returns>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Puts values in the place of variables; what is known only when the file runs stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="offset">Where in that line it begins, from 0.</param>
    /// <param name="earlier">The requests before, whose answers can be named.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <returns>The text with values in it.</returns>
    public string Expand(string text, int line, int offset, IReadOnlyCollection<CheckRequest> earlier, List<CheckFault> faults) =>
        Use().Replace(text, use =>
        {
            var name = use.Groups["name"].Value.Trim();
            if (name == BaseName)
                return $"{{{{{BaseName}}}}}";
            if (_values.TryGetValue(name, out var value))
                return value;
            if (AnswerReference.TryRead(name, out var reference) && earlier.Any(request => request.Name == reference.Request))
                return use.Value;
            faults.Add(new CheckFault(line, offset + use.Index + 1, Unknown(name, earlier)));
            return use.Value;
        });

    private static string Unknown(string name, IReadOnlyCollection<CheckRequest> earlier)
    {
        var named = earlier.Where(request => request.Name is not null).Select(request => request.Name).ToList();
        return $"'{{{{{name}}}}}' is not known here. There are '{{{{base}}}}', the address that is checked, what '@name = value' defines further up, and answers of requests before with a '# @name': '{{{{{(named.Count > 0 ? named[0] : "login")}.response.body.$.token}}}}'.";
    }

    [GeneratedRegex(@"^\s*@(?<name>[A-Za-z_][\w-]*)\s*=(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.CultureInvariant)]
    public static partial Regex Use();
}
