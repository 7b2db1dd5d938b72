using System.Text.RegularExpressions;

namespace Landfall.EndToEnd.Tests;

/// <summary>The commands of docs/getting-started.md and what the page shows of their output.</summary>
internal static partial class GuidePage
{
    /// <summary>The blocks that need no account, in the page's order.</summary>
    public static IReadOnlyList<(string Commands, IReadOnlyList<string> Shown)> LocalSteps()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "getting-started.md"));
        var local = page[..page.IndexOf("## 5. To AWS", StringComparison.Ordinal)];
        return [.. Block().Matches(local).Select(block => (block.Groups["commands"].Value, (IReadOnlyList<string>)Lines(block.Groups["shown"].Value)))];
    }

    /// <summary>What differs from one run to the next, as the page writes it, and blanks that align columns as one.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        text = Time().Replace(text, "TIME");
        text = Port().Replace(text, "localhost:PORT");
        text = Digest().Replace(text, "(change DIGEST)");
        return [.. text.Split('\n').Select(line => Blanks().Replace(line.Trim(), " ")).Where(line => line.Length > 0)];
    }

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```\n(?:\s*(?:[^`#\n][^\n]*\n)*?\s*```text\n(?<shown>.*?)^```\n)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\d+\.\d s|\d+ min \d\d s")]
    private static partial Regex Time();

    [GeneratedRegex(@"localhost:\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\(change [0-9a-f]{12}\)")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
