namespace Landfall.Evaluation.Tests;

/// <summary>
/// Measures the quick evaluations again and compares them with the committed results. A change that makes something worse
/// fails here; one that makes it better is committed with <c>--docs docs</c>.
/// </summary>
public sealed class RegressionGateTests
{
    private const double Tolerance = 0.005;

    [Theory]
    [InlineData("nab")]
    [InlineData("kpi")]
    [InlineData("petshop")]
    [InlineData("sockshop")]
    [InlineData("nezha")]
    [InlineData("changerca")]
    [InlineData("cloudopsbench")]
    [InlineData("loghub")]
    [InlineData("web-traffic")]
    public void Run_QuickEvaluation_IsNotWorseThanCommitted(string name)
    {
        var folder = PublicData.Folder(name);
        var committed = AccuracyResults.Load(Path.Combine(PublicData.Repository, "docs", "accuracy", "results.json"))[name];

        var measured = Evaluations.All.Single(e => e.Name == name)
            .Run(new EvaluationContext(folder, null, TextWriter.Null), TestContext.Current.CancellationToken);

        var compared = 0;
        foreach (var row in measured)
        {
            if (committed.SingleOrDefault(c => (c.Method, c.Data, c.Metric) == (row.Method, row.Data, row.Metric)) is not { } before)
                continue;
            var slack = Tolerance * Math.Abs(before.Value);
            Assert.True(
                row.LowerIsBetter ? row.Value <= before.Value + slack : row.Value >= before.Value - slack,
                $"{row.Method}, {row.Data}, {row.Metric}: {row.Value:0.0000}, committed {before.Value:0.0000}");
            compared++;
        }

        Assert.SkipWhen(compared == 0, $"'{folder}' holds another part of the data than the committed results are for.");
    }
}
