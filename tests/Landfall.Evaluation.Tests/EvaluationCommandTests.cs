namespace Landfall.Evaluation.Tests;

public sealed class EvaluationCommandTests
{
    [Theory]
    [InlineData("usage:")]
    [InlineData("'--data' needs a value", "--data")]
    [InlineData("'--quiet' is not an option", "--quiet", "yes")]
    [InlineData("--only names 'nap'; known are nab,", "--data", ".", "--only", "nap")]
    public void Run_WrongArguments_SaysWhatIsWrong(string expected, params string[] args)
    {
        var log = new StringWriter();

        Assert.Equal(2, EvaluationCommand.Run(args, TextWriter.Null, log));
        Assert.Contains(expected, log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DataAbsent_SkipsAndSaysWhereToGetIt()
    {
        var log = new StringWriter();

        Assert.Equal(0, EvaluationCommand.Run(["--data", "/no/such/folder"], TextWriter.Null, log));
        Assert.Contains("docs/accuracy.md", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SmallCorpus_WritesTableJsonDumpAndDocs()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        try
        {
            SmallCorpus.Write(Path.Combine(root, "data", "nab"));
            var (json, dump, docs) = (Path.Combine(root, "r.json"), Path.Combine(root, "dump"), Path.Combine(root, "docs"));
            var output = new StringWriter();

            var code = EvaluationCommand.Run(
                ["--data", Path.Combine(root, "data"), "--only", "nab", "--json", json, "--dump", dump, "--docs", docs], output, TextWriter.Null);

            Assert.Equal(0, code);
            Assert.StartsWith("method ", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("NAB, 2 series", File.ReadAllText(json), StringComparison.Ordinal);
            var lines = File.ReadAllLines(Path.Combine(dump, "nab", "family", "spike.csv"));
            Assert.Equal("timestamp,value,anomaly_score", lines[0]);
            Assert.Equal(SmallCorpus.Rows + 1, lines.Length);
            Assert.Matches(@"^2026-01-01 00:00:00,10\d*(\.\d+)?,\d[\d.E-]*$", lines[1]);
            Assert.Contains("standard, NAB's threshold", File.ReadAllText(Path.Combine(docs, "accuracy.md")), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(docs, "accuracy", "nab-family.svg")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
