using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackOutcomesTests
{
    [Theory]
    [InlineData(null, "CREATE_COMPLETE", true, false, false, StackOutcome.Created)]
    [InlineData("ROLLBACK_COMPLETE", "CREATE_COMPLETE", true, false, false, StackOutcome.Created)]
    [InlineData("REVIEW_IN_PROGRESS", "CREATE_COMPLETE", true, false, false, StackOutcome.Created)]
    [InlineData("CREATE_COMPLETE", "UPDATE_COMPLETE", true, false, true, StackOutcome.Updated)]
    [InlineData("CREATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", true, true, true, StackOutcome.Failed)]
    [InlineData("CREATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", true, false, true, StackOutcome.Failed)]
    [InlineData(null, "ROLLBACK_COMPLETE", true, true, true, StackOutcome.Failed)]
    [InlineData(null, null, true, false, true, StackOutcome.Failed)]
    [InlineData(null, null, false, false, true, StackOutcome.NotReached)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", false, false, false, StackOutcome.Unchanged)]
    [InlineData("ROLLBACK_COMPLETE", "ROLLBACK_COMPLETE", false, false, true, StackOutcome.NotReached)]
    public void Judge_StatesOfAStack_TellsHowItEnded(string? before, string? after, bool touched, bool resourceFailed, bool runFailed, object expected) =>
        Assert.Equal(expected, StackOutcomes.Judge(before, after, touched, resourceFailed, runFailed, asWanted: false));

    [Theory]
    [InlineData(true, StackOutcome.Unchanged)]
    [InlineData(false, StackOutcome.NotReached)]
    public void Judge_UntouchedStackOfAFailedRun_IsUnreachedOnlyWhereSomethingIsWantedOfIt(bool asWanted, object expected) =>
        Assert.Equal(expected, StackOutcomes.Judge("CREATE_COMPLETE", "CREATE_COMPLETE", false, false, runFailed: true, asWanted));
}
