using Landfall.Aws.Costs;
using Landfall.Operations.Cost.Billed;

namespace Landfall.Operations.Tests.Cost.Billed;

public sealed class RiseFinderTests
{
    private static readonly DateOnly From = new(2026, 11, 1);

    [Fact]
    public void Find_AStepThatStays_GivesItsFirstDayAndBothLevels()
    {
        var rise = Find(("ECS", "GB", [2, 2, 2, 2, 2, 6, 6, 6]), ("RDS", "ACU", [9, 9, 9, 9, 9, 9, 9, 9]));

        Assert.Equal(("ECS", "GB"), (rise!.Service, rise.UsageType));
        Assert.Equal((new DateOnly(2026, 11, 6), 2m, 6m), (rise.Since, rise.Before, rise.After));
    }

    [Fact]
    public void Find_SeveralSteps_GivesTheOneThatCostsMost() =>
        Assert.Equal("B", Find(("x", "A", [1, 1, 1, 9, 9, 9]), ("x", "B", [1, 1, 1, 20, 20, 20]))!.UsageType);

    [Fact]
    public void Find_WhatIsNewThatDay_HasCostNothingBefore() =>
        Assert.Equal((0m, 3m), Find(("x", "A", [0, 0, 0, 0, 3, 3])) is { } rise ? (rise.Before, rise.After) : default);

    [Theory]
    [InlineData("5 5 5 5 5 5")] // nothing
    [InlineData("9 9 9 1 1 1")] // it has fallen
    [InlineData("1 1 1 1.4 1.4 1.4")] // less than 50 cents
    [InlineData("10 10 10 14 14 14")] // less than a half
    [InlineData("0 0 0 0 0 9 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")] // one day
    [InlineData("1 9 9")] // too few days
    public void Find_WhatIsNoRise_GivesNothing(string days) =>
        Assert.Null(Find(("x", "A", [.. days.Split(' ').Select(day => decimal.Parse(day, System.Globalization.CultureInfo.InvariantCulture))])));

    private static CostRise? Find(params (string Service, string Type, decimal[] Days)[] uses) => RiseFinder.Find(
        [.. uses.SelectMany(use => use.Days.Select((amount, day) => new DailyCost(From.AddDays(day), use.Service, use.Type, amount)))],
        From,
        From.AddDays(uses[0].Days.Length - 1));
}
