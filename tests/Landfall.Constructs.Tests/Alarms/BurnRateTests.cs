using Landfall.Constructs.Alarms;

namespace Landfall.Constructs.Tests.Alarms;

public class BurnRateTests
{
    /// <summary>The Site Reliability Workbook, chapter 5, table 5-8: long window, short window, burn rate, budget consumed.</summary>
    [Theory]
    [InlineData(0, 1, 5, 14.4, 2, true)]
    [InlineData(1, 6, 30, 6, 5, true)]
    [InlineData(2, 24, 120, 3, 10, false)]
    [InlineData(3, 72, 360, 1, 10, false)]
    public void All_Rate_IsTheWorkbooks(int index, double hours, double minutes, double factor, double budgetPercent, bool isFast)
    {
        var rate = BurnRate.All[index];

        Assert.Equal(TimeSpan.FromHours(hours), rate.Long);
        Assert.Equal(TimeSpan.FromMinutes(minutes), rate.Short);
        Assert.Equal(factor, rate.Factor, 10);
        Assert.Equal(budgetPercent, rate.Share * 100, 10);
        Assert.Equal(isFast, rate.IsFast);
        Assert.Equal(4, BurnRate.All.Count);
    }

    /// <summary>The workbook, table 5-6: at 99.9 % an hour at 14.4 times the budget is 1.44 % of errors.</summary>
    [Theory]
    [InlineData(0, 99.9, 1.44)]
    [InlineData(1, 99.9, 0.6)]
    [InlineData(2, 99.9, 0.3)]
    [InlineData(3, 99.9, 0.1)]
    [InlineData(0, 99.99, 0.144)]
    [InlineData(0, 94, 86.4)]
    [InlineData(3, 95, 5)]
    public void Threshold_Objective_IsTheBudgetTimesTheRate(int index, double objective, double percent) =>
        Assert.Equal(percent, BurnRate.All[index].Threshold(objective));

    /// <summary>Who fails evenly at a rate has used up its share of thirty days' budget when the long window is over.</summary>
    [Fact]
    public void Factor_WholeWindowAtThatRate_UsesUpTheShare() => Assert.All(BurnRate.All, rate =>
    {
        const double perHour = 1000;
        var bad = perHour * rate.Long.TotalHours * rate.Threshold(99.9) / 100;
        var budget = perHour * 30 * 24 * 0.001;
        Assert.Equal(rate.Share, bad / budget, 6);
    });
}
