using Landfall.Operations.Asking;
using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class ChangesAnswerTests
{
    private static readonly HistoryEntry Entry = new(7, Asked.Noon, HistoryKind.Release, "release", ChangeOutcome.Done, ["api"], "ada") { Commit = "0123456789abcdef" };

    [Fact]
    public void Of_SomeThingsDone_ListsThem() => Assert.Equal(
        """
        2 things were done since 2026-03-01 12:00 UTC, until 2026-03-02 12:00 UTC; the last was 'release' by ada.
        - 2026-03-02 12:00 UTC release api by ada: Done, commit 0123456
        - 2026-03-02 12:00 UTC scale api by ada: Failed
        > landfall history --since 2026-03-01T12:00Z
        """,
        Asked.Lines(ChangesAnswer.Of([Entry, Entry with { Operation = "scale", Outcome = ChangeOutcome.Failed, Commit = null }], Asked.Noon.AddDays(-1), Asked.Noon, Asked.About(Topic.Changes))));

    [Fact]
    public void Of_Nothing_SaysHowFarThatIsKnown() =>
        Assert.Equal("Nothing since 2026-03-02 12:00 UTC, as far as the audit trail tells.", ChangesAnswer.Of([], Asked.Noon, null, Asked.About(Topic.Changes)).Text);
}
