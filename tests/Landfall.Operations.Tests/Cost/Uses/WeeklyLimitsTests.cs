using System.Text.Json.Nodes;
using Landfall.Operations.Cost;
using Landfall.Operations.Cost.Uses;

namespace Landfall.Operations.Tests.Cost.Uses;

public sealed class WeeklyLimitsTests
{
    [Fact]
    public void Average_NothingByTheClock_IsTheRange() => Assert.Equal(new Extent(2, 4, 10), WeeklyLimits.Average(null, (2, 10)));

    /// <summary>Five nights of eleven hours: 55 of 168, and no night on Saturday's and Sunday's evening.</summary>
    [Fact]
    public void Average_NightsOfAWeek_AreLeftOut()
    {
        var average = WeeklyLimits.Average(Actions(("cron(0 22 ? * MON-FRI *)", 0, 0), ("cron(0 9 ? * TUE-SAT *)", 1, 1)), (1, 1));

        Assert.Equal((168 - 55) / 168m, average.Low, 10);
        Assert.Equal(average.Low, average.High, 10);
    }

    /// <summary>From Friday, 22:00, to Monday, 9:00, nothing wakes it: 59 hours, and four nights of eleven.</summary>
    [Fact]
    public void Average_WeekendThatNothingEnds_IsAsleepUntilMonday()
    {
        var average = WeeklyLimits.Average(Actions(("cron(0 22 ? * MON-FRI *)", 0, 0), ("cron(0 9 ? * MON-FRI *)", 1, 3)), (1, 3));

        Assert.Equal((168 - 59 - 44) / 168m, average.Low, 10);
        Assert.Equal(3 * (168 - 59 - 44) / 168m, average.High, 10);
    }

    [Fact]
    public void Average_ActionWithoutALimit_LeavesThatLimit() =>
        Assert.Equal(new Extent(1, 2, 5), Rounded(WeeklyLimits.Average(new JsonArray(Action("cron(0 0 ? * * *)", new JsonObject { ["MaxCapacity"] = "5" })), (1, 9))));

    [Theory]
    [InlineData("at(2026-12-24T00:00:00)")]
    [InlineData("cron(0 0 24 12 ? *)")]
    [InlineData("cron(0 0 1 * ? *)")]
    public void Average_WhatDoesNotComeEveryWeek_IsLeftOut(string schedule) =>
        Assert.Equal(new Extent(1, 1, 1), WeeklyLimits.Average(Actions((schedule, 9, 9)), (1, 1)));

    /// <summary>From Friday to Monday, over the end of the week.</summary>
    [Fact]
    public void Average_RangeOfDaysOverTheWeeksEnd_IsFourDays() =>
        Assert.Equal(4 / 7m, WeeklyLimits.Average(Actions(("cron(0 0 ? * FRI-MON *)", 1, 1), ("cron(0 0 ? * TUE-THU *)", 0, 0)), (0, 0)).Low, 10);

    private static Extent Rounded(Extent extent) => extent.Select(amount => decimal.Round(amount, 10) / 1.0000000000m);

    private static JsonArray Actions(params (string Schedule, int Min, int Max)[] actions) =>
        [.. actions.Select(a => (JsonNode)Action(a.Schedule, new JsonObject { ["MinCapacity"] = $"{a.Min}", ["MaxCapacity"] = $"{a.Max}" }))];

    private static JsonObject Action(string schedule, JsonObject limits) => new() { ["Schedule"] = schedule, ["ScalableTargetAction"] = limits };
}
