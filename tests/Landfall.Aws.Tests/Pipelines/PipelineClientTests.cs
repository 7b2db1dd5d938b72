using Landfall.Aws.Pipelines;

namespace Landfall.Aws.Tests.Pipelines;

public sealed class PipelineClientTests
{
    [Fact]
    public async Task ListRunningAsync_RunsOfAllKinds_GivesThoseThatHaveNotEnded()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"pipelineExecutionSummaries":[{"pipelineExecutionId":"a","status":"InProgress"},{"pipelineExecutionId":"b","status":"Succeeded"},{"pipelineExecutionId":"c","status":"Stopping"},{"pipelineExecutionId":"d","status":"Superseded"}]}"""));
        using var session = StubSession.To(aws);

        Assert.Equal(["a", "c"], await new PipelineClient(session).ListRunningAsync("shop-pipeline", TestContext.Current.CancellationToken));
        Assert.Equal("CodePipeline_20150709.ListPipelineExecutions", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"pipelineName":"shop-pipeline","maxResults":100}""", aws.Requests[0].Body);
    }

    [Theory]
    [InlineData("PipelineNotFoundException", true)]
    [InlineData("AccessDeniedException", false)]
    public async Task ListRunningAsync_Refusal_IsNoneOnlyWhereThereIsNoPipeline(string code, bool none)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, $$"""{"__type":"{{code}}","message":"no"}"""));
        using var session = StubSession.To(aws);
        var running = new PipelineClient(session).ListRunningAsync("shop-pipeline", TestContext.Current.CancellationToken);

        if (none)
            Assert.Empty(await running);
        else
            Assert.Equal(code, (await Assert.ThrowsAsync<AwsException>(() => running)).Code);
    }
}
