using Landfall.Operations.Cost.Uses;

namespace Landfall.Operations.Tests.Cost.Uses;

public sealed class JobRunsTests
{
    [Theory]
    [InlineData("rate(1 hour)", 730)]
    [InlineData("rate(5 minutes)", 8760)]
    [InlineData("rate(2 days)", 15.2083)]
    [InlineData("cron(0 3 * * ? *)", 30.4167)]
    [InlineData("cron(0 3 ? * MON-FRI *)", 21.7262)]
    [InlineData("cron(0 3 ? * FRI-MON *)", 17.3810)]
    [InlineData("cron(0/15 8-17 ? * * *)", 1216.6667)]
    [InlineData("cron(0 0 1,15 * ? *)", 2)]
    [InlineData("cron(* * ? * * *)", 43800)]
    public void Of_Schedule_CountsTheRunsOfAMonth(string expression, double runs) => Assert.Equal(runs, (double)JobRuns.Of(expression)!.Value, 3);

    [Theory]
    [InlineData(null)]
    [InlineData("at(2026-12-24T00:00:00)")]
    [InlineData("rate(0 hours)")]
    [InlineData("rate(1 week)")]
    [InlineData("cron(0 3 * 1 ? *)")]
    [InlineData("cron(61 3 * * ? *)")]
    public void Of_WhateverElse_IsUnknown(string? expression) => Assert.Null(JobRuns.Of(expression));
}
