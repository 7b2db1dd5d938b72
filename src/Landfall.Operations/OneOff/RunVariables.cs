using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.OneOff;

/// <summary>Reads the variables that a command is given.</summary>
internal static partial class RunVariables
{
    /// <summary>Reads variables.</summary>
    /// <param name="given">Each as <c>NAME=value</c>.</param>
    /// <param name="secrets">The names of secret ones.</param>
    /// <returns>Values by name.</returns>
    /// <exception cref="LandfallException">One is none, or is given twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> given, IEnumerable<string> secrets)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in given)
        {
            var at = one.IndexOf('=', StringComparison.Ordinal);
            if (at < 0)
                throw new LandfallException(ErrorCodes.RunChoice, $"'{one}' is no variable. Write NAME=value, or name it with --secret-var where its value is secret.");
            Require(one[..at]);
            if (!variables.TryAdd(one[..at], one[(at + 1)..]))
                throw Twice(one[..at]);
        }

        foreach (var secret in secrets)
        {
            Require(secret);
            if (variables.ContainsKey(secret))
                throw Twice(secret);
        }

        return variables;
    }

    private static void Require(string name)
    {
        if (!Name().IsMatch(name))
            throw new LandfallException(ErrorCodes.RunChoice, $"'{name}' is not the name of a variable: letters, digits and underscores, no digit first.");
    }

    private static LandfallException Twice(string name) => new(ErrorCodes.RunChoice, $"The variable '{name}' is given twice. Leave one of the two out.");

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
