using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackDeleterTests : IDisposable
{
    private readonly FakeCloudFormation _aws = new();
    private readonly HurriedTime _time = new();
    private readonly FakeStack _stack;

    public StackDeleterTests() => _stack = _aws.Add("shop-dev-api", "UPDATE_COMPLETE");

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("DELETE_COMPLETE", null)]
    [InlineData("DELETE_FAILED", "because of DELETE_FAILED")]
    public async Task TryDelete_StackThatTakesItsTime_IsAskedForUntilItEnds(string end, string? reason)
    {
        _stack.On["DeleteStack"] = () => _stack.Becomes("DELETE_IN_PROGRESS", "DELETE_IN_PROGRESS", end);

        Assert.Equal(reason, await TryDeleteAsync());
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], _time.Waits);
    }

    [Fact]
    public async Task TryDelete_CloudFormationDoesNotSayWhyNot_SaysThat()
    {
        _stack.Reasons = false;
        _stack.On["DeleteStack"] = () => _stack.Becomes("DELETE_FAILED");

        Assert.Equal("CloudFormation gives no reason.", await TryDeleteAsync());
    }

    [Fact]
    public async Task TryDelete_StackThatIsNotFoundAnyMore_IsGone()
    {
        _stack.On["DeleteStack"] = () => _aws.Stacks.Clear();

        Assert.Null(await TryDeleteAsync());
    }

    [Fact]
    public async Task TryDelete_APersonStopsIt_SaysThatCloudFormationGoesOn()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _stack.On["DeleteStack"] = () => _stack.Becomes("DELETE_IN_PROGRESS");
        _stack.On["DescribeStacks"] = stop.Cancel;

        var stopped = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => TryDeleteAsync(stop.Token));

        Assert.Equal("  shop-dev-api: DELETE_IN_PROGRESS", stopped.State);
    }

    private Task<string?> TryDeleteAsync(CancellationToken? stop = null) =>
        new StackDeleter(new CloudFormationClient(_aws.Session), _time).TryDeleteAsync(_stack.Read(), [], stop ?? TestContext.Current.CancellationToken);
}
