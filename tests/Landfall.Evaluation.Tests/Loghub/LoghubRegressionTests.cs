using Landfall.Evaluation.Loghub;

namespace Landfall.Evaluation.Tests.Loghub;

/// <summary>Holds the accuracy on real lines: a change that costs accuracy has to change these figures.</summary>
public class LoghubRegressionTests
{
    private const double Slack = 0.005;

    [Fact]
    public void Run_AllSystems_IsNoWorseThanTheBaseline()
    {
        var folder = Data();
        if (folder is null)
            Assert.Skip("there is no folder ../shared/data/loghub beside the repository; docs/accuracy.md says where to get it.");

        var rows = new LoghubEvaluation().Run(new EvaluationContext(folder, null, TextWriter.Null), TestContext.Current.CancellationToken);
        var mean = rows.Where(r => r.Data.Contains("mean", StringComparison.Ordinal)).ToDictionary(r => r.Metric, r => r.Value);

        // Of 13 systems: CTS and HiBench came later, and no rule of the miner was written with them in sight.
        Assert.InRange(mean["GA"], 0.969 - Slack, 1);
        Assert.InRange(mean["FGA"], 0.946 - Slack, 1);
        Assert.InRange(mean["PA"], 0.808 - Slack, 1);
        Assert.InRange(mean["FTA"], 0.804 - Slack, 1);
    }

    private static string? Data()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Landfall.slnx")))
                continue;
            var data = Path.Combine(folder.FullName, "..", "shared", "data", "loghub");
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
