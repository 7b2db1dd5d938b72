using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Landfall.Config.Tests;

public partial class ErrorCodesTests
{
    private static readonly Dictionary<string, string> Codes = typeof(ErrorCodes).GetFields()
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Path.Combine(GoldenFile.Repository, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "ErrorCodes.cs" && !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .ToDictionary(file => file, File.ReadAllText);

    [Fact]
    public void Codes_All_AreUniqueWellFormedAndInOrder()
    {
        Assert.Equal(Codes.Values.Distinct().Order(StringComparer.Ordinal), Codes.Values);
        Assert.All(Codes.Values, code => Assert.Matches("^LF[0-9]{4}$", code));
    }

    [Fact]
    public void Codes_All_AreUsed()
    {
        var used = Sources.Values.SelectMany(text => Use().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(Codes.Keys.Except(used));
    }

    [Fact]
    public void Codes_UsedInTheSources_AreRegistered() =>
        Assert.Empty(Sources.Where(source => Literal().IsMatch(source.Value)).Select(source => source.Key));

    [Fact]
    public void ErrorsPage_Committed_IsCurrent()
    {
        var page = new StringBuilder("""
            # Error codes

            Every message that asks you to correct something begins with one of these codes. A code never changes its
            meaning. Exit codes: 0 done, 1 something to correct, 2 not a command line, 4 there is a change (where `--exit-code`
            asks), 70 a bug in Landfall, 130 cancelled.

            | code | meaning |
            |---|---|

            """);
        foreach (var (name, code) in Codes)
            page.Append("| `").Append(code).Append("` | ").Append(Meaning(name)).Append(" |\n");

        GoldenFile.Verify("docs/errors.md", page.ToString());
    }

    /// <summary>The compiler writes the summaries of public members beside the assembly.</summary>
    private static string Meaning(string name)
    {
        var summary = XDocument.Load(Path.ChangeExtension(typeof(ErrorCodes).Assembly.Location, ".xml")).Descendants("member")
            .Single(member => (string?)member.Attribute("name") == $"F:{typeof(ErrorCodes).FullName}.{name}").Element("summary")!;
        foreach (var code in summary.Elements("c").ToList())
            code.ReplaceWith(new XText($"`{code.Value}`"));
        var meaning = summary.Value.Trim();
        Assert.EndsWith(".", meaning, StringComparison.Ordinal);
        return meaning;
    }

    [GeneratedRegex(@"\bErrorCodes\.(\w+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"""LF[0-9]{4}\b")]
    private static partial Regex Literal();
}
