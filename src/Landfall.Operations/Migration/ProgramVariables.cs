using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Operations.Security;
using Landfall.Operations.Security.SecretsInFiles;

namespace Landfall.Operations.Migration;

/// <summary>What a program reads from its environment, as it stands in other tools' files.</summary>
internal static partial class ProgramVariables
{
    /// <summary>What to do with a variable that no secret can have (<see cref="CanBeSecret"/>).</summary>
    public const string Rename = "Variables of secrets have upper-case letters, digits and underscores here: rename it in the program, then name the secret in 'secrets' and 'uses'.";

    /// <summary>Reads a file of lines <c>NAME=value</c>; lines that are none, and comments, are passed over.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="file">The file, relative to it.</param>
    /// <returns>Names and values; null where there is no such file in the repository.</returns>
    public static IReadOnlyList<(string Name, string Value)>? ReadFile(string root, string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0].Trim(), pair[1].Trim()))]
            : null;
    }

    /// <summary>Whether nobody should read a variable's value: by its name, as an address with a password in it, or by its form.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="value">The value.</param>
    /// <returns>True for what goes into no file that many read.</returns>
    public static bool IsSecret(string name, string value) =>
        NamesSecret(name) || Credentials().IsMatch(value) || SecretRules.MayHold(value);

    /// <summary>Whether a name says that nobody should read what has it.</summary>
    public static bool NamesSecret(string name) => Sensitive().IsMatch(name) || SecretName.IsOne(name);

    /// <summary>Whether a secret can be injected under a name.</summary>
    public static bool CanBeSecret(string name) => VariableName().IsMatch(name);

    /// <summary>The hosts of the addresses in a value.</summary>
    public static IEnumerable<string> Hosts(string value) => Address().Matches(value).Select(match => match.Groups["host"].Value);

    /// <summary>Names something in a service's <c>uses</c>, once.</summary>
    public static void Use(JsonArray uses, string name)
    {
        if (!uses.Any(use => use is JsonValue && use.ToString() == name))
            uses.Add((JsonNode)name);
    }

    /// <summary>Names a secret in a service's <c>uses</c>, so that it is injected under a variable's name.</summary>
    public static void UseSecret(JsonArray uses, string secret, string variable)
    {
        if (Injected(secret) == variable)
            Use(uses, secret);
        else
            uses.Add((JsonNode)new JsonObject { [secret] = new JsonObject { ["prefix"] = variable } });
    }

    /// <summary>What the variables of something used begin with.</summary>
    public static string Injected(string name) => name.ToUpperInvariant().Replace('-', '_');

    // scheme://user:password@host:port/, or host:port alone
    [GeneratedRegex(@"(?://(?:[^/@\s]*@)?|^)(?<host>[a-z][a-z0-9_-]*)(?=[:/.]|$)")]
    private static partial Regex Address();

    [GeneratedRegex(@"://[^/@\s:]*:[^/@\s]+@")]
    private static partial Regex Credentials();

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,62}$")]
    private static partial Regex VariableName();

    [GeneratedRegex("PASSWORD|PASSWD|SECRET|TOKEN|PRIVATE|CREDENTIAL|API[-_ .]?KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Sensitive();
}
