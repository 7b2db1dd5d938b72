using Landfall.Aws.Messages;

namespace Landfall.Aws.Tests.Messages;

public sealed class QueueClientTests
{
    [Fact]
    public async Task FindDepthAsync_Queue_CountsItsMessages()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"Attributes":{"ApproximateNumberOfMessages":"3","ApproximateNumberOfMessagesNotVisible":"2","ApproximateNumberOfMessagesDelayed":"1"}}"""));
        using var client = new QueueClient(StubSession.To(aws));

        Assert.Equal(new QueueDepth(3, 2, 1), await client.FindDepthAsync("https://sqs/emails", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FindDepthAsync_NoSuchQueue_GivesNull()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"m"}"""));
        using var client = new QueueClient(StubSession.To(aws));

        Assert.Null(await client.FindDepthAsync("https://sqs/emails", TestContext.Current.CancellationToken));
    }
}
