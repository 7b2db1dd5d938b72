using System.Diagnostics;
using System.Text;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

/// <summary>Input that no one writes in earnest: one clear problem, quickly, and never an exception.</summary>
public class HostileInputTests
{
    /// <summary>A second or two is the aim; the rest is for machines that run other tests at the same time.</summary>
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, string> Texts()
    {
        var nested = string.Concat(Enumerable.Range(0, 1300).Select(i => new string(' ', i) + "a:\n"));
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 12)
            .Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        var merges = "a0: &a0 { k: 1 }\n" + string.Concat(Enumerable.Range(1, 2000).Select(i => $"a{i}: &a{i} {{ <<: [*a{i - 1}], k{i}: 1 }}\n"));
        return new TheoryData<string, string, string>
        {
            { "flow sequences", new string('[', 500_000), ErrorCodes.TooComplex },
            { "flow mappings", "a: " + string.Concat(Enumerable.Repeat("{a: ", 200_000)), ErrorCodes.TooComplex },
            { "block sequences", string.Concat(Enumerable.Repeat("- ", 500_000)), ErrorCodes.TooComplex },
            { "block mappings", nested, ErrorCodes.TooComplex },
            { "complex keys", string.Concat(Enumerable.Repeat("? ", 500_000)), ErrorCodes.Syntax },
            { "exploding aliases", bomb, ErrorCodes.TooComplex },
            { "exploding merges", merges, ErrorCodes.TooComplex },
            { "alias to itself", "a: &a [*a]\n", ErrorCodes.Syntax },
            { "many keys", string.Concat(Enumerable.Range(0, 90_000).Select(i => $"k{i}: 1\n")), ErrorCodes.TooComplex },
            { "many items", "notify:\n" + string.Concat(Enumerable.Repeat("- a\n", 200_000)), ErrorCodes.TooComplex },
            { "10 MB", string.Concat(Enumerable.Repeat("a: b\n", 2_100_000)), ErrorCodes.FileTooLarge },
            { "NUL bytes", "app: shop\nregion: \0\n", ErrorCodes.FileNotText },
            { "nothing", "", ErrorCodes.FileEmpty },
            { "comments only", "# nothing\n", ErrorCodes.FileEmpty },
            { "explicit null", "---\n~\n", ErrorCodes.FileEmpty },
            { "several documents", "app: a\n---\napp: b\n", ErrorCodes.SeveralDocuments },
            { "a list", "- a\n", ErrorCodes.WrongType },
            { "a tag", "app: !!python/object x\n", ErrorCodes.Syntax },
            { "a tab", "app:\n\tb: 1\n", ErrorCodes.Syntax },
            { "an open quote", "app: \"shop\n", ErrorCodes.Syntax },
        };
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Load_HostileText_GivesOneProblemQuickly(string what, string text, string code)
    {
        var clock = Stopwatch.StartNew();

        var loaded = TestLoad.Text(text);

        Assert.True(clock.Elapsed < Quickly, $"{what} took {clock.Elapsed}");
        Assert.Null(loaded.Config);
        Assert.Equal(code, Assert.Single(loaded.Problems).Code);
    }

    [Fact]
    public void Load_ManyWrongReferences_StopsAfterEnough()
    {
        var services = string.Concat(Enumerable.Range(0, 900).Select(i => $"  s{i}: {{ type: internal, image: n, uses: [x{i}, y{i}, z{i}] }}\n"));
        var environments = string.Concat(Enumerable.Range(0, 20).Select(i => $"  e{i}: {{}}\n"));
        var clock = Stopwatch.StartNew();

        var problems = TestLoad.Text($"app: shop\nregion: eu-west-1\nenvironments:\n{environments}services:\n{services}").Problems;

        Assert.True(clock.Elapsed < Quickly, $"It took {clock.Elapsed}");
        Assert.Equal(501, problems.Count);
        Assert.Single(problems, problem => problem.Code == ErrorCodes.TooManyProblems);
    }

    [Fact]
    public void Load_TooManyEnvironments_IsReported()
    {
        var environments = string.Concat(Enumerable.Range(0, 900).Select(i => $"  e{i}: {{}}\n"));

        var problems = TestLoad.Problems($"app: shop\nregion: eu-west-1\nenvironments:\n{environments}");

        Assert.Equal(["landfall.yaml:24:3 LF1009 There are 900 environments, but at most 20 are read."], problems);
    }

    [Fact]
    public void Load_Latin1_NamesThePlace()
    {
        var problem = Assert.Single(TestLoad.Bytes(Encoding.Latin1.GetBytes("app: shop\ntagé: 1\n")).Problems);

        Assert.Equal((2, 4, ErrorCodes.FileNotText), (problem.Line, problem.Column, problem.Code));
    }

    [Fact]
    public void Load_Utf16_IsReported() =>
        Assert.Equal(ErrorCodes.FileNotText, Assert.Single(TestLoad.Bytes(Encoding.Unicode.GetBytes("app: shop\n")).Problems).Code);

    [Fact]
    public void Load_ByteOrderMark_IsIgnored() =>
        Assert.Empty(TestLoad.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SmallFile.Head)]).Problems);

    [Fact]
    public void Load_MissingFile_IsReported() =>
        Assert.Equal(ErrorCodes.FileMissing, Assert.Single(ConfigLoader.Load("/nowhere/landfall.yaml", _ => null).Problems).Code);

    [Fact]
    public void Load_FolderInPlaceOfTheFile_IsReported()
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        folder.CreateSubdirectory("landfall.yaml");
        try
        {
            var loaded = ConfigLoader.Load(folder.FullName, _ => null);

            Assert.Equal(ErrorCodes.FileUnreadable, Assert.Single(loaded.Problems).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Load_PipeThatNobodyWritesTo_IsReportedQuickly()
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        try
        {
            var pipe = Path.Combine(folder.FullName, "landfall.yaml");
            using (var mkfifo = Process.Start("mkfifo", [pipe]))
            {
                mkfifo.WaitForExit();
            }

            var clock = Stopwatch.StartNew();
            Assert.Equal(ErrorCodes.FileUnreadable, Assert.Single(ConfigLoader.Load(pipe, _ => null).Problems).Code);
            Assert.True(clock.Elapsed < Quickly, $"It took {clock.Elapsed}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Load_ControlCharacters_AreSpeltOutInMessages()
    {
        var problems = TestLoad.Problems("app: \"\\e[31mred\\n\"\n\"\\e[2Jkey\\u202e\": 1\nregion: eu-west-1\nenvironments: { \"\\e]0;title\\a\": {} }\n");

        Assert.Equal(3, problems.Length);
        Assert.All(problems, problem => Assert.DoesNotContain(problem, c => char.IsControl(c) || c == '\u202e'));
        Assert.StartsWith(@"landfall.yaml:1:6 LF1107 'app' is ""\u001b[31mred\n"", but", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EndlessNames_AreShortenedInMessages()
    {
        var problems = TestLoad.Problems($"app: {new string('x', 300_000)}\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\n{new string('k', 1000)}: 1\n");

        Assert.Equal(3, problems.Length);
        Assert.All(problems, problem => Assert.InRange(problem.Length, 100, 900));
        Assert.EndsWith("characters; AWS allows 128. Shorten a part of it by 299884.", problems[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", ErrorCodes.Syntax)]
    [InlineData("{\"a\": 1,}", ErrorCodes.Syntax)]
    [InlineData("{\"a\": 1} x", ErrorCodes.Syntax)]
    [InlineData("  \n", ErrorCodes.FileEmpty)]
    [InlineData("{\"a\": \"\\ud800\"}", ErrorCodes.Syntax)]
    [InlineData("[1]", ErrorCodes.WrongType)]
    public void Load_MalformedJson_GivesOneProblem(string text, string code) =>
        Assert.Equal(code, Assert.Single(TestLoad.Text(text, "landfall.json").Problems).Code);

    [Fact]
    public void Load_DeepJson_GivesOneProblem() =>
        Assert.Equal(ErrorCodes.TooComplex, Assert.Single(TestLoad.Text(new string('[', 500_000), "landfall.json").Problems).Code);
}
