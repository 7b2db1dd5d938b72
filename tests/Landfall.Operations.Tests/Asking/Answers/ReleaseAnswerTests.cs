using Landfall.Operations.Asking;
using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class ReleaseAnswerTests
{
    private static readonly HistoryEntry Release = new(7, Asked.Noon, HistoryKind.Release, "release", ChangeOutcome.Done, ["api"], "ada") { Commit = "0123456789abcdef" };

    [Theory]
    [InlineData(50, 150, "Yes, more. Of lines, 1.5 % are errors since 'release' at 2026-03-02 12:00 UTC by ada (commit 0123456), and 0.5 % were before.")]
    [InlineData(150, 50, "No, fewer. Of lines, 0.5 %")]
    [InlineData(50, 55, "No: as many, as far as chance lets one tell. Of lines, 0.55 %")]
    [InlineData(0, 0, "No: as many, as far as chance lets one tell. Of lines, 0 %")]
    public void Of_ErrorsBeforeAndSince_AreComparedByChance(int before, int since, string expected) =>
        Assert.StartsWith(expected, ReleaseAnswer.Of(Release, Summary(20_000, before + since), Summary(10_000, since), Asked.About(Topic.ReleaseErrors)).Text, StringComparison.Ordinal);

    [Fact]
    public void Of_NewErrors_AreNamed() => Assert.Equal(
        """
        Yes, more. Of lines, 1.5 % are errors since 'release' at 2026-03-02 12:00 UTC by ada (commit 0123456), and 0.5 % were before.
        - since: 150 errors in 10,000 lines
        - before, from 2026-03-02 09:00 UTC on: 50 errors in 10,000 lines
        - new: 40× in api: no such column
        > landfall logs --summary --since 2026-03-02T09:00Z
        > landfall history
        """,
        Asked.Lines(ReleaseAnswer.Of(Release, Summary(20_000, 200), Summary(10_000, 150), Asked.About(Topic.ReleaseErrors))));

    [Theory]
    [InlineData(10, 0, "I don't know: no line was written since 'release'")]
    [InlineData(10, 10, "I don't know: no line was written before 'release'")]
    public void Of_NothingToCompare_IsSaid(int both, int since, string expected)
    {
        var answer = ReleaseAnswer.Of(Release, Summary(both, 1), Summary(since, 0), Asked.About(Topic.ReleaseErrors));

        Assert.False(answer.Known);
        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
    }

    private static LogSummary Summary(long lines, long errors) =>
        new(Asked.Noon.AddHours(-3), Asked.Noon.AddHours(3), lines, errors, [], null, [new ErrorTemplate("no such column", 40, ["api"], Asked.Noon, Asked.Noon, "")]);
}
