using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class StackReadinessTests : IDisposable
{
    private readonly FakeCloudFormation _aws = new();
    private readonly List<string> _said = [];

    [Theory]
    [InlineData("CREATE_COMPLETE")]
    [InlineData("UPDATE_COMPLETE")]
    [InlineData("UPDATE_ROLLBACK_COMPLETE")]
    [InlineData("REVIEW_IN_PROGRESS")]
    public async Task Make_StackThatTakesChanges_IsLeftAlone(string status)
    {
        Add("data", status);

        Assert.False(await MakeAsync("data", "not-there"));
        Assert.Empty(_aws.Done);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Make_StacksThatWereReadAMomentAgo_AreNotAskedForAgain()
    {
        Add("data", "CREATE_COMPLETE");

        await MakeAsync("data");

        Assert.Empty(_aws.Forms("DescribeStacks"));
    }

    [Theory]
    [InlineData("CREATE_COMPLETE", "", "")]
    [InlineData("ROLLBACK_COMPLETE", "", "")] // which deploying would clear away, if it were its own
    [InlineData("UPDATE_IN_PROGRESS", "", "")]
    [InlineData("CREATE_COMPLETE", "shop", "")]
    [InlineData("CREATE_COMPLETE", "sho", "p-dev")]
    public async Task Make_StackOfTheSameNameThatIsSomebodyElses_IsRefusedUntouched(string status, string app, string environment)
    {
        var tags = Add("data", status).Tags;
        (tags["landfall:app"], tags["landfall:environment"]) = (app, environment);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => Readiness().MakeAsync(["data"], [], _said.Add, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.StackForeign, refused.Code);
        Assert.Empty(_aws.Done);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Make_CloudFormationIsAtWork_WaitsAndTellsEachStateOnce()
    {
        Add("data", "UPDATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE");

        Add("edge", "CREATE_COMPLETE");
        Assert.True(await MakeAsync("data", "edge"));
        Assert.Equal(
            ["CloudFormation is still at work on data (UPDATE_IN_PROGRESS); waiting for it to end …", "CloudFormation is still at work on data (UPDATE_ROLLBACK_IN_PROGRESS); waiting for it to end …"],
            _said);
    }

    [Theory]
    [InlineData("CREATE_FAILED")]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("ROLLBACK_FAILED")]
    public async Task Make_CreationHasFailed_DeletesWhatItLeft(string status)
    {
        var stack = Add("data", status);
        stack.Protected = true;
        stack.On["DeleteStack"] = () => _aws.Stacks.Remove("data");

        Assert.True(await MakeAsync("data"));
        Assert.Equal(["UpdateTerminationProtection data", "DeleteStack data"], _aws.Done);
        Assert.Equal("data could not be created before; deleting what that has left …", Assert.Single(_said));
    }

    [Fact]
    public async Task Make_DeletionOfWhatNeverStoodHasFailed_GoesOnWithIt()
    {
        var stack = Add("data", "DELETE_FAILED");
        stack.Events.AddRange(["DELETE_FAILED", "ROLLBACK_FAILED", "CREATE_IN_PROGRESS"]);
        stack.On["DeleteStack"] = () => _aws.Stacks.Remove("data");

        Assert.True(await MakeAsync("data"));
    }

    [Theory]
    [InlineData("CREATE_COMPLETE")]
    [InlineData("UPDATE_COMPLETE")]
    [InlineData("IMPORT_COMPLETE")]
    public async Task Make_DeletionOfWhatStoodHasFailed_IsForAPerson(string once)
    {
        Add("data", "DELETE_FAILED").Events.AddRange(["DELETE_FAILED", once, "CREATE_IN_PROGRESS"]);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => MakeAsync("data"));

        Assert.Equal(ErrorCodes.StackStuck, refused.Code);
        Assert.Contains("'landfall repair' goes on with it", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_aws.Done);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_FAILED")]
    [InlineData("UPDATE_FAILED")]
    public async Task Make_RollbackHasFailed_NamesTheWayOut(string status)
    {
        Add("data", status);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => MakeAsync("data"));

        Assert.Contains("Mend the cause, run 'landfall repair'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_WhatACreationLeftCannotBeDeleted_SaysWhy()
    {
        var stack = Add("data", "ROLLBACK_COMPLETE");
        stack.On["DeleteStack"] = () => stack.Becomes("DELETE_IN_PROGRESS", "DELETE_FAILED");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => MakeAsync("data"));

        Assert.Equal(ErrorCodes.StackStuck, refused.Code);
        Assert.Contains("because of DELETE_FAILED", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>An environment that moved to another region would take over what the earlier one still has in CloudFront's.</summary>
    [Theory]
    [InlineData("eu-west-1", false)]
    [InlineData("eu-central-1", true)]
    public async Task Make_StackOfTheSameEnvironmentInAnotherRegion_IsRefused(string home, bool refused)
    {
        Add("edge-global", "CREATE_COMPLETE").Tags["landfall:region"] = home;

        var failure = await Record.ExceptionAsync(() => MakeAsync("edge-global"));

        Assert.Equal(refused ? ErrorCodes.StackForeign : null, (failure as LandfallException)?.Code);
        if (refused)
            Assert.Contains("belongs to the environment of the same name in eu-central-1", failure!.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _aws.Dispose();

    private FakeStack Add(string name, params string[] states)
    {
        var stack = _aws.Add(name, states);
        (stack.Tags["landfall:app"], stack.Tags["landfall:environment"]) = ("shop", "dev");
        return stack;
    }

    private StackReadiness Readiness() => new(new StackRegions(_aws.Session), PlainPlan.Create(), new HurriedTime());

    private Task<bool> MakeAsync(params string[] names) =>
        Readiness().MakeAsync(names, [.. _aws.Stacks.Values.Select(s => new DeployedStack(s.Read(), []))], _said.Add, TestContext.Current.CancellationToken);
}
