using System.Text.RegularExpressions;

namespace Landfall.EndToEnd.Tests.Distribution;

/// <summary>The files that docs/extend.md tells its reader to write.</summary>
internal static partial class ExtendPage
{
    public static IReadOnlyList<(string Name, string Text)> Files()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "extend.md"));
        return [.. Block().Matches(page).Select(m => (m.Groups["name"].Value, m.Groups["text"].Value))];
    }

    [GeneratedRegex(@"^`(?<name>infra/[^`]+)`:\n\n```\w+\n(?<text>.*?)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
