using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Protection;

namespace Landfall.Operations.Tests.Deployment.Protection;

public sealed class ProtectionPhaseTests : IDisposable
{
    private readonly FakeCloudFormation _aws = new();
    private readonly List<string> _said = [];

    [Fact]
    public async Task Run_StackThatStands_ProtectsItsContentsAndThenItself()
    {
        var stack = _aws.Add("data", "CREATE_COMPLETE");
        (stack.Parameters[ProtectionParameter.Name], stack.Parameters["Vpc"]) = ("false", "vpc-1");
        stack.On["UpdateStack"] = () => stack.Becomes("UPDATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE");

        await RunAsync(protect: true);

        Assert.Equal(["UpdateStack data", "UpdateTerminationProtection data"], _aws.Done);
        Assert.Equal("true", Assert.Single(_aws.Forms("UpdateTerminationProtection"))["EnableTerminationProtection"]);
        var form = Assert.Single(_aws.Forms("UpdateStack"));
        Assert.Equal(("true", "DeletionProtection", "true"), (form["UsePreviousTemplate"], form["Parameters.member.1.ParameterKey"], form["Parameters.member.1.ParameterValue"]));
        Assert.Equal(("Vpc", "true"), (form["Parameters.member.2.ParameterKey"], form["Parameters.member.2.UsePreviousValue"]));
        Assert.Equal("data stands; protecting what is in it …", Assert.Single(_said));
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("CREATE_IN_PROGRESS")]
    [InlineData("UPDATE_ROLLBACK_FAILED")]
    public async Task Run_StackThatDoesNotStand_IsLeftAlone(string status)
    {
        _aws.Add("data", status).Parameters[ProtectionParameter.Name] = "false";

        await RunAsync(protect: true);

        Assert.Empty(_aws.Done);
    }

    [Theory]
    [InlineData("true", true, true)]
    [InlineData(null, true, true)]
    [InlineData("true", false, false)]
    [InlineData(null, false, false)]
    public async Task Run_NothingLeftToProtect_ChangesNothing(string? value, bool isProtected, bool protect)
    {
        var stack = _aws.Add("data", "UPDATE_COMPLETE");
        stack.Protected = isProtected;
        if (value is not null)
            stack.Parameters[ProtectionParameter.Name] = value;

        await RunAsync(protect);

        Assert.Empty(_aws.Done);
    }

    /// <summary>A table may be protected in an environment that is not.</summary>
    [Fact]
    public async Task Run_OnlyContentsAreProtected_LeavesTheStackUnprotected()
    {
        var stack = _aws.Add("data", "UPDATE_ROLLBACK_COMPLETE");
        stack.Parameters[ProtectionParameter.Name] = "false";
        stack.On["UpdateStack"] = () => stack.Becomes("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        await RunAsync(protect: false);

        Assert.Equal(["UpdateStack data"], _aws.Done);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE")]
    [InlineData("UPDATE_FAILED")]
    public async Task Run_ProtectionFails_SaysThatTheStackIsDeployed(string status)
    {
        var stack = _aws.Add("data", "CREATE_COMPLETE");
        stack.Parameters[ProtectionParameter.Name] = "false";
        stack.On["UpdateStack"] = () => stack.Becomes("UPDATE_IN_PROGRESS", status);

        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(protect: true));

        Assert.Equal(ErrorCodes.NotProtected, failed.Code);
        Assert.Contains($"'data' is deployed, but its deletion protection could not be turned on: because of {status}", failed.Message, StringComparison.Ordinal);
        Assert.Equal(["UpdateStack data"], _aws.Done);
    }

    public void Dispose() => _aws.Dispose();

    private Task RunAsync(bool protect) => new ProtectionPhase(new StackRegions(_aws.Session), protect, new HurriedTime()).RunAsync(["data", "not-there"], _said.Add, TestContext.Current.CancellationToken);
}
