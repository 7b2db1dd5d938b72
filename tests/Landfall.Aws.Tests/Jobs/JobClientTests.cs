using Landfall.Aws.Jobs;

namespace Landfall.Aws.Tests.Jobs;

public sealed class JobClientTests
{
    [Fact]
    public async Task ListRunsAsync_Runs_AreTheLastFirst()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"executions":[{"executionArn":"a","status":"FAILED","startDate":1,"stopDate":2},{"executionArn":"b","status":"RUNNING","startDate":3}]}"""));

        var runs = await new JobClient(StubSession.To(aws)).ListRunsAsync("arn:m", 5, TestContext.Current.CancellationToken);

        Assert.Equal([new JobRun("b", "RUNNING", DateTimeOffset.FromUnixTimeSeconds(3), null), new JobRun("a", "FAILED", DateTimeOffset.FromUnixTimeSeconds(1), DateTimeOffset.FromUnixTimeSeconds(2))], runs);
        Assert.Equal("""{"stateMachineArn":"arn:m","maxResults":5}""", aws.Requests[0].Body);
    }

    [Fact]
    public async Task ListRunsAsync_NoSuchStateMachine_GivesNone()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"StateMachineDoesNotExist","message":"m"}"""));

        Assert.Empty(await new JobClient(StubSession.To(aws)).ListRunsAsync("arn:m", 5, TestContext.Current.CancellationToken));
    }
}
