using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>
/// What nobody should read of an account's settings: it goes into no file. Secrets stand plain not in variables alone, but in what is run,
/// in options of log routers, in labels and in what a schedule hands to its task.
/// </summary>
internal static partial class Unwritten
{
    private const string Text = "(not written)";

    // These say where a value is, not what it is.
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal) { "secrets", "secretOptions", "credentialsParameter" };

    /// <summary>What the report says of a command or check with such a word.</summary>
    public const string Command = "There is something in it that nobody should read in a file, or in the list of a machine's processes: let the program read it from a variable, which a secret of 'secrets' gives it where 'uses' names it.";

    /// <summary>Whether something was left out of a value when it was read.</summary>
    public static bool Is(string value) => value == Text;

    /// <summary>Whether something was left out of one of the words.</summary>
    public static bool IsAmong(IEnumerable<string> words) => words.Any(Is);

    /// <summary>Settings without it.</summary>
    /// <param name="node">What was read.</param>
    /// <returns>The same, with a mark in place of each such value.</returns>
    public static JsonNode? Of(JsonNode? node) => Of("", node);

    private static JsonNode? Of(string name, JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(one => KeyValuePair.Create(one.Key, Places.Contains(one.Key) ? one.Value?.DeepClone() : Of(one.Key, one.Value)))),
        JsonArray list => new JsonArray([.. list.Select((item, index) => Of(index > 0 ? Flag(list[index - 1]) : "", item))]),
        JsonValue value when value.TryGetValue<string>(out var text) && IsSecret(name, text) => JsonValue.Create(Text),
        _ => node?.DeepClone(),
    };

    /// <summary>The name of the flag that a word gives a value to: <c>--token</c>, which stands before it.</summary>
    private static string Flag(JsonNode? before) => before is JsonValue value && value.TryGetValue<string>(out var word) && word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal) ? word.TrimStart('-') : "";

    private static bool IsSecret(string name, string text)
    {
        // An ARN tells where something is; a text without a value, that there is none.
        var value = Arn().Replace(text, "");
        return value.Length > 0 && (ProgramVariables.IsSecret(name, value) || Assignment().Matches(value).Any(match => ProgramVariables.NamesSecret(match.Groups["name"].Value)));
    }

    [GeneratedRegex(@"arn:aws[\w-]*:[\w:/.*-]+")]
    private static partial Regex Arn();

    // name=value of a shell or a flag, "name": "value" of JSON, and its list of {"name": …, "value": …}; a value that begins with $ or { is another's.
    [GeneratedRegex("""(?<name>[A-Za-z_][\w.-]*)\\?["']?\s*(=|:)\s*\\?["']?(?![\s"'\\${<])\S|"name\\?"\s*:\s*\\?"(?<name>[^"\\]+)\\?"\s*,\s*\\?"value\\?"\s*:\s*\\?"[^"\\]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
