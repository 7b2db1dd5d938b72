using Landfall.Operations.Alarms;
using Landfall.Operations.Asking.Answers;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class AlarmsAnswerTests
{
    [Fact]
    public void Of_AlarmsThatHaveGoneOff_NamesEachWithItsReason()
    {
        AlarmState[] alarms =
        [
            new("shop-prod-api-errors", "api", "ALARM", Asked.Noon, "5 errors", "", Tells: false),
            new("shop-prod-budget", null, "INSUFFICIENT_DATA", null, "", "", Tells: true),
            new("shop-prod-api-cpu", "api", "OK", Asked.Noon, "", "", Tells: true),
        ];

        Assert.Equal(
            """
            1 alarm has gone off, of 3. 1 has no data to tell by.
            - shop-prod-api-errors (api), since 2026-03-02 12:00 UTC, and nobody is told: 5 errors
            > landfall alarms api
            """,
            Asked.Lines(AlarmsAnswer.Of(alarms, ["api"])));
        Assert.StartsWith("No alarm has gone off, of 1.\n>", Asked.Lines(AlarmsAnswer.Of(alarms[2..], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoAlarms_DoesNotSayThatAllIsWell() =>
        Assert.StartsWith("? I don't know: there are no alarms to look at.", Asked.Lines(AlarmsAnswer.Of([], [])), StringComparison.Ordinal);
}
