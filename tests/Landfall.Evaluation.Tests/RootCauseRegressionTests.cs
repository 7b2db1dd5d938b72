namespace Landfall.Evaluation.Tests;

/// <summary>The search for causes on the given part of the public data is not worse than when it was last improved.</summary>
public sealed class RootCauseRegressionTests
{
    [Theory]
    [InlineData("petshop", "PetShop low_traffic, 26 issues", "top-1 recall", 0.96)]
    [InlineData("petshop", "PetShop low_traffic, 26 issues", "top-3 recall", 1)]
    [InlineData("petshop", "PetShop low_traffic, 26 issues", "specificity", 1)]
    [InlineData("sockshop", "Sock Shop 1, CPU, 15 cases", "Avg@5, onset 60 s late", 1)]
    [InlineData("sockshop", "Sock Shop 1, MEM, 15 cases", "Avg@5, own onset", 1)]
    [InlineData("nezha", "Nezha TrainTicket 2023-01-29, 28 faults", "AS@1", 1)]
    public void Run_GivenPart_IsNotWorse(string name, string data, string metric, double committed)
    {
        var context = new EvaluationContext(PublicData.Folder(name), null, TextWriter.Null);

        var row = Evaluations.All.Single(e => e.Name == name).Run(context, TestContext.Current.CancellationToken)
            .FirstOrDefault(r => (r.Method, r.Data, r.Metric) == ("Landfall root cause", data, metric));

        Assert.SkipWhen(row is null, $"'{data}' is not part of the data in '{context.Folder}'.");
        Assert.True(row!.Value >= committed, $"{data}, {metric}: {row.Value:0.000}, committed {committed:0.000}");
    }
}
