using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Cost.Billed;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class CostAnswerTests
{
    [Fact]
    public void Of_RiseThatStays_SaysOfWhatSinceWhenAndWhatWasDeployed() => Assert.Equal(
        """
        AmazonCloudWatch, DataProcessing-Bytes: 8.00 USD a day since 2026-02-20, 1.00 before. Deployed then: shop-prod-api.
        - AmazonCloudWatch: 90.50 USD in 30 days
        > landfall cost --actual
        > landfall history --since 2026-02-19
        """,
        Asked.Lines(CostAnswer.Of(Billed(120, new CostRise("AmazonCloudWatch", "DataProcessing-Bytes", new DateOnly(2026, 2, 20), 1, 8, ["shop-prod-api"])))));

    [Fact]
    public void Of_BillWithoutARise_SaysSo() =>
        Assert.Equal("Nothing: no kind of use has risen and stayed so in the last 30 days, which cost 120.00 USD.", CostAnswer.Of(Billed(120, null)).Text);

    [Fact]
    public void Of_NoBill_SaysHowThereWillBeOne()
    {
        var answer = CostAnswer.Of(Billed(0, null));

        Assert.False(answer.Known);
        Assert.Contains("Activate 'landfall:app' and 'landfall:environment' as cost allocation tags", answer.Text, StringComparison.Ordinal);
    }

    private static BilledCost Billed(decimal amount, CostRise? rise) =>
        new(new DateOnly(2026, 1, 31), new DateOnly(2026, 3, 1), amount, amount, [new BilledService("AmazonCloudWatch", 90.5m)], rise);
}
