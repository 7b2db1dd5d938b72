using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackWatcherTests : IDisposable
{
    private const string Name = "shop-dev-api";

    private static readonly DateTimeOffset Began = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeCloudFormation _aws = new();
    private readonly FakeStack _stack;
    private readonly StackWatcher _watcher;
    private int _events;

    public StackWatcherTests()
    {
        _stack = _aws.Add(Name, "UPDATE_IN_PROGRESS");
        _watcher = new StackWatcher(new CloudFormationClient(_aws.Session), Name, 3, Began);
    }

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Poll_NothingHasHappened_SaysNothing()
    {
        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new StackProgress(Name, 0, 3, null, null), _watcher.Progress);
        Assert.Null(_watcher.First);
        Assert.Null(_watcher.Last);
        Assert.Null(_watcher.Failure);
        Assert.Empty(_watcher.Left);
        Assert.Empty(_watcher.ServicesAtWork);
    }

    [Fact]
    public async Task Poll_ResourcesOnTheirWay_CountsThoseThatAreDoneAndNamesTheOneThatIsLongestAtWork()
    {
        Happens(1, Name, "UPDATE_IN_PROGRESS");
        Happens(2, "Role", "UPDATE_IN_PROGRESS");
        Happens(3, "Queue", "CREATE_IN_PROGRESS");
        Happens(4, "Alarm", "CREATE_IN_PROGRESS");
        Happens(5, "Role", "UPDATE_COMPLETE");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new StackProgress(Name, 1, 3, "UPDATE_IN_PROGRESS", "Queue"), _watcher.Progress);
        Assert.Equal((Began.AddSeconds(1), Began.AddSeconds(5)), (_watcher.First, _watcher.Last));
    }

    [Fact]
    public async Task Poll_StackIsDone_CountsItsResourcesAndNotTheStackItself()
    {
        Happens(1, "Role", "UPDATE_COMPLETE");
        Happens(2, Name, "UPDATE_COMPLETE");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new StackProgress(Name, 1, 3, "UPDATE_COMPLETE", null), _watcher.Progress);
    }

    [Fact]
    public async Task Begin_EventsOfAnEarlierDeployment_AreNotThisOnes()
    {
        Happens(-60, "Queue", "CREATE_FAILED", "Too many.");
        await _watcher.BeginAsync(TestContext.Current.CancellationToken);
        Happens(1, Name, "UPDATE_IN_PROGRESS");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Null(_watcher.Failure);
        Assert.Equal(Began.AddSeconds(1), _watcher.First);
    }

    [Fact]
    public async Task Begin_StackIsNotThereYet_TakesAllThatComes()
    {
        _aws.Stacks.Clear();
        await _watcher.BeginAsync(TestContext.Current.CancellationToken);
        await _watcher.PollAsync(TestContext.Current.CancellationToken);
        Assert.Null(_watcher.Status);

        _aws.Stacks[Name] = _stack;
        Happens(1, Name, "CREATE_IN_PROGRESS");
        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal("CREATE_IN_PROGRESS", _watcher.Status);
    }

    [Fact]
    public async Task Begin_CloudFormationMayNotBeRead_IsNotTakenForAStackThatIsNotThere()
    {
        using var denying = new FakeCloudFormation(_ => new StubAnswer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>No.</Message></Error></ErrorResponse>"));
        var watcher = new StackWatcher(new CloudFormationClient(denying.Session), Name, 3, Began);

        var denied = await Assert.ThrowsAsync<AwsException>(() => watcher.BeginAsync(TestContext.Current.CancellationToken));

        Assert.Equal("AccessDenied", denied.Code);
    }

    [Fact]
    public async Task Failure_SeveralResourcesFailed_IsTheFirstThatWasNotCancelled()
    {
        Happens(1, "Topic", "CREATE_FAILED", "Resource creation cancelled");
        Happens(2, "Queue", "CREATE_FAILED", "The name is taken.", "AWS::SQS::Queue");
        Happens(2, "Table", "CREATE_FAILED", "It came at the same time.");
        Happens(3, "Alarm", "UPDATE_FAILED", "It came later.");
        Happens(4, "Role", "CREATE_FAILED", "Resource creation Cancelled");
        Happens(5, Name, "UPDATE_ROLLBACK_FAILED", "The following resources failed.");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new StackFailure(Name, "Queue", "AWS::SQS::Queue", "The name is taken."), _watcher.Failure);
    }

    [Fact]
    public async Task Failure_EarlierOneIsSeenLater_IsTheEarlierOne()
    {
        Happens(9, "Queue", "CREATE_FAILED", "Second.");
        await _watcher.PollAsync(TestContext.Current.CancellationToken);
        Happens(8, "Table", "CREATE_FAILED", "First.");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal("First.", _watcher.Failure!.Reason);
    }

    [Fact]
    public async Task Failure_WithoutAReason_SaysThatThereIsNone()
    {
        Happens(1, "Queue", "DELETE_FAILED");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal("no reason was given.", _watcher.Failure!.Reason);
    }

    [Fact]
    public async Task Failure_OnlyTheStackItselfFailed_IsNone()
    {
        Happens(1, Name, "UPDATE_FAILED", "It was stopped.");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Null(_watcher.Failure);
    }

    [Fact]
    public async Task Left_ResourcesThatStayInTheAccount_AreListedByTheirNamesInTheTemplate()
    {
        Happens(1, "Orders", "DELETE_SKIPPED", type: "AWS::DynamoDB::Table");
        Happens(2, "Files", "DELETE_SKIPPED", type: "AWS::S3::Bucket");
        Happens(3, "Queue", "DELETE_COMPLETE");

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal([new OwnedResource(Name, "AWS::S3::Bucket", "files"), new OwnedResource(Name, "AWS::DynamoDB::Table", "orders")], _watcher.Left);
    }

    [Theory]
    [InlineData("AWS::ECS::Service", "CREATE_IN_PROGRESS", "arn:aws:ecs:eu-west-1:1:service/shop/api", true)]
    [InlineData("AWS::ECS::Service", "UPDATE_IN_PROGRESS", "arn:aws:ecs:eu-west-1:1:service/shop/api", true)]
    [InlineData("AWS::ECS::Service", "DELETE_IN_PROGRESS", "arn:aws:ecs:eu-west-1:1:service/shop/api", false)]
    [InlineData("AWS::ECS::Service", "UPDATE_COMPLETE", "arn:aws:ecs:eu-west-1:1:service/shop/api", false)]
    [InlineData("AWS::ECS::Service", "CREATE_IN_PROGRESS", "", false)]
    [InlineData("AWS::ECS::TaskSet", "CREATE_IN_PROGRESS", "arn:aws:ecs:eu-west-1:1:service/shop/api", false)]
    public async Task ServicesAtWork_Resource_IsOneWhenCloudFormationWaitsForItAndItHasAnArn(string type, string status, string arn, bool expected)
    {
        Happens(1, "Service", status, type: type, physicalId: arn);

        await _watcher.PollAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected ? [("Service", arn)] : [], _watcher.ServicesAtWork);
    }

    private void Happens(int second, string resource, string status, string? reason = null, string type = "AWS::SNS::Topic", string? physicalId = null) =>
        _stack.Happened.Insert(0, new StackEvent($"{++_events}", Began.AddSeconds(second), resource, physicalId ?? resource.ToLowerInvariant(), type, status, reason));
}
