using System.Text.RegularExpressions;
using Landfall.Config.Binding;

namespace Landfall.Operations.Asking;

/// <summary>Finds the services that a question names.</summary>
internal static partial class ServiceFinder
{
    private const int LeastLetters = 3;

    /// <summary>Finds them.</summary>
    /// <param name="text">The question, in lower case.</param>
    /// <param name="services">The services of the environment.</param>
    /// <returns>Those that it names; a word that was taken for one; a word that is said to be one and is none.</returns>
    public static (IReadOnlyList<string> Services, string? Taken, string? Missing) Of(string text, IReadOnlyList<string> services)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        var named = services.Where(service => words.Contains(service, StringComparer.OrdinalIgnoreCase)).ToList();
        if (named.Count > 0)
            return (named, null, null);
        var said = After().Matches(text).Concat(Before().Matches(text)).Select(match => match.Groups["name"].Value).FirstOrDefault(word => !Spelling.IsKnown(word));
        foreach (var word in said is null ? words.Where(word => word.Length >= LeastLetters && !Spelling.IsKnown(word)) : [said])
        {
            if (Suggestion.Nearest(word, services) is { } near)
                return ([near], word, null);
        }

        return ([], null, said);
    }

    [GeneratedRegex(@"[a-z0-9]+(?:-[a-z0-9]+)*")]
    private static partial Regex Word();

    // "service foo", and in quotation marks whatever the word.
    [GeneratedRegex(@"\bservice ['""‘“]?(?<name>[a-z][a-z0-9-]*)|['""‘“`](?<name>[a-z][a-z0-9-]*)['""’”`]|服务\s*(?<name>[a-z][a-z0-9-]*)")]
    private static partial Regex After();

    // "foo service", and in Chinese "foo 服务".
    [GeneratedRegex(@"\b(?<name>[a-z][a-z0-9-]*) service\b|(?<name>[a-z][a-z0-9-]*)\s*(?:这个)?服务")]
    private static partial Regex Before();
}
