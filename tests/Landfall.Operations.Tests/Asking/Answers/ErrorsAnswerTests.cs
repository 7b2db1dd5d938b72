using Landfall.Operations.Asking;
using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class ErrorsAnswerTests
{
    private static readonly ErrorTemplate Common = new("no stock of <*>", 1200, ["api", "worker"], Asked.Noon.AddHours(-20), Asked.Noon.AddHours(-1), "no stock of pears");

    [Fact]
    public void Of_CommonestErrors_ListsThem() => Assert.Equal(
        """
        1,500 errors in 90,000 lines since 2026-03-01 12:00 UTC. The commonest:
        - 1,200× in api, worker, last at 2026-03-02 11:00 UTC: no stock of <*>
        > landfall logs api --summary --since 2026-03-01T12:00Z
        """,
        Asked.Lines(ErrorsAnswer.Of(Summary(90_000, 1500), Asked.About(Topic.CommonestErrors, "api"))));

    [Fact]
    public void Of_WorstHour_SaysWhenAndWhatMayBeWhy() => Assert.Equal(
        """
        The hour from 2026-03-02 03:00 UTC on: 700 of 1,500 errors since 2026-03-01 12:00 UTC. The commonest errors of the whole time may be why:
        - 1,200× in api, worker, last at 2026-03-02 11:00 UTC: no stock of <*>
        > landfall logs --errors --since 2026-03-02T03:00Z
        > landfall events --since 2026-03-02T02:00Z
        """,
        Asked.Lines(ErrorsAnswer.Of(Summary(90_000, 1500), Asked.About(Topic.WorstHour))));

    [Theory]
    [InlineData(0, "? I don't know: no line was written since 2026-03-01 12:00 UTC.\n> landfall logs")]
    [InlineData(7, "None: of 7 lines since 2026-03-01 12:00 UTC no one is an error.\n> landfall logs --summary --since 2026-03-01T12:00Z")]
    public void Of_NoErrors_TellsSilenceFromHealth(int lines, string expected) =>
        Assert.Equal(expected, Asked.Lines(ErrorsAnswer.Of(Summary(lines, 0), Asked.About(Topic.CommonestErrors))));

    private static LogSummary Summary(long lines, long errors) =>
        new(Asked.Noon.AddDays(-1), Asked.Noon, lines, errors, errors == 0 ? [] : [Common], errors == 0 ? null : new WorstHour(Asked.Noon.AddHours(-9), 700), []);
}
