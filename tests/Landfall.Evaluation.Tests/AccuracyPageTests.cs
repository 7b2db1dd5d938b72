namespace Landfall.Evaluation.Tests;

public sealed class AccuracyPageTests
{
    private static readonly Measurement Row = new("Ours", "Set, 2 series", "score", 71.26, "Theirs 60|61", 50, 70);

    [Fact]
    public void Render_CommittedResults_IsTheCommittedPage()
    {
        var docs = Path.Combine(PublicData.Repository, "docs");

        Assert.Equal(File.ReadAllText(Path.Combine(docs, "accuracy.md")), AccuracyPage.Render(Path.Combine(docs, "accuracy")));
    }

    [Fact]
    public void Render_CommittedResults_AreTheCommittedPlots()
    {
        var folder = Path.Combine(PublicData.Repository, "docs", "accuracy");
        foreach (var (evaluation, rows) in AccuracyResults.Load(Path.Combine(folder, "results.json")))
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(folder, evaluation + ".svg")),
                TargetPlot.Render($"{evaluation}: measured against floor and goal", rows));
        }
    }

    [Fact]
    public void Update_OneEvaluation_KeepsTheOthers()
    {
        var docs = Directory.CreateTempSubdirectory().FullName;
        try
        {
            AccuracyPage.Update(docs, new Dictionary<string, IReadOnlyList<Measurement>> { ["nab"] = [Row], ["m4"] = [Row] });
            AccuracyPage.Update(docs, new Dictionary<string, IReadOnlyList<Measurement>> { ["nab"] = [Row with { Value = 80 }] });

            var page = File.ReadAllText(Path.Combine(docs, "accuracy.md"));
            Assert.Contains("| Ours | Set, 2 series | score | 80.0 |  | Theirs 60\\|61 | 50 | 70 |", page, StringComparison.Ordinal);
            Assert.Contains("| Ours | Set, 2 series | score | 71.3 |", page, StringComparison.Ordinal);
            Assert.Contains("![nab: measured against floor and goal](accuracy/nab.svg)", page, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(docs, recursive: true);
        }
    }

    [Fact]
    public void All_Evaluations_HaveASource() =>
        Assert.Equal(Evaluations.All.Select(e => e.Name), DataSource.All.Select(s => s.Evaluation));
}
