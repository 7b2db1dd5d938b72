using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackStatesTests
{
    [Theory]
    [InlineData("CREATE_COMPLETE", true, false, false)]
    [InlineData("UPDATE_COMPLETE", true, false, false)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", true, false, false)]
    [InlineData("IMPORT_COMPLETE", true, false, false)]
    [InlineData("IMPORT_ROLLBACK_COMPLETE", true, false, false)]
    [InlineData("UPDATE_ROLLBACK_FAILED", false, false, false)]
    [InlineData("DELETE_FAILED", false, false, false)]
    [InlineData("UPDATE_IN_PROGRESS", false, true, false)]
    [InlineData("REVIEW_IN_PROGRESS", false, false, false)]
    [InlineData("CREATE_FAILED", false, false, true)]
    [InlineData("ROLLBACK_COMPLETE", false, false, true)]
    [InlineData("ROLLBACK_FAILED", false, false, true)]
    public void Status_OfAStack_MeansWhatCanBeDoneWithIt(string status, bool stands, bool busy, bool creationFailed) =>
        Assert.Equal((stands, busy, creationFailed), (StackStates.Stands(status), StackStates.IsBusy(status), StackStates.CreationFailed(status)));
}
