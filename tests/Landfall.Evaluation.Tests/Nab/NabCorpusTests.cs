using Landfall.Evaluation.Nab;

namespace Landfall.Evaluation.Tests.Nab;

public sealed class NabCorpusTests
{
    [Fact]
    public void Load_Folder_DiscoversSeriesAndIgnoresLabelsWithoutSeries()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            SmallCorpus.Write(folder);

            var corpus = NabCorpus.Load(folder);

            Assert.Equal(["plain", "spike"], corpus.Select(series => series.Name));
            Assert.Empty(corpus[0].Windows);
            Assert.Equal([new NabWindow(380, 420)], corpus[1].Windows);
            Assert.Equal("family", corpus[1].Family);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Load_BrokenRow_NamesFileAndLine()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            SmallCorpus.Write(folder);
            File.AppendAllText(Path.Combine(folder, "data", "family", "plain.csv"), "not a row\n");

            var error = Assert.Throws<InvalidDataException>(() => NabCorpus.Load(folder));

            Assert.Contains("plain.csv:602: 'not a row'", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
