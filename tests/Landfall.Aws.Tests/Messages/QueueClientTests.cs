using System.Text.Json.Nodes;
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

    [Fact]
    public async Task PeekAsync_Messages_AreToldByTheirTimesAndGivenBack()
    {
        const string One = """{"MessageId":"1","ReceiptHandle":"r1","Body":"one","MD5OfBody":"f97c5d29941bfb1b2fdab0874906ab82","Attributes":{"SentTimestamp":"2000","ApproximateReceiveCount":"4"}}""";
        const string Two = """{"MessageId":"2","ReceiptHandle":"r2","Body":"two","MD5OfBody":"b8a9f715dbb64fd5c56e7783c6820a61","Attributes":{"SentTimestamp":"1000","ApproximateReceiveCount":"1"}}""";
        using var aws = HttpStub.InTurn(Received(One), Received(Two), Received(), new StubAnswer(200, """{"Successful":[]}"""));
        using var client = new QueueClient(StubSession.To(aws));

        var found = await client.PeekAsync("https://sqs/emails-dead", 10, TestContext.Current.CancellationToken);

        Assert.Equal([new("2", DateTimeOffset.FromUnixTimeSeconds(1), 1, "two"), new QueueMessage("1", DateTimeOffset.FromUnixTimeSeconds(2), 4, "one")], found);
        Assert.Equal(4, aws.Requests.Count);
        Assert.Equal("AmazonSQS.ChangeMessageVisibilityBatch", aws.Requests[3].Headers["X-Amz-Target"]);
        Assert.Equal([("r1", 0), ("r2", 0)], JsonNode.Parse(aws.Requests[3].Body)!["Entries"]!.AsArray().Select(one => ((string)one!["ReceiptHandle"]!, (int)one["VisibilityTimeout"]!)));
    }

    [Fact]
    public async Task PeekAsync_RefusedHalfWay_GivesBackWhatItHas()
    {
        using var aws = HttpStub.InTurn(
            Received("""{"MessageId":"1","ReceiptHandle":"r1","Body":"one","MD5OfBody":"f97c5d29941bfb1b2fdab0874906ab82"}"""),
            new StubAnswer(403, """{"__type":"com.amazonaws.sqs#AccessDenied","message":"no"}"""),
            new StubAnswer(200, """{"Successful":[]}"""));
        using var client = new QueueClient(StubSession.To(aws));

        await Assert.ThrowsAnyAsync<Amazon.SQS.AmazonSQSException>(() => client.PeekAsync("https://sqs/emails-dead", 10, TestContext.Current.CancellationToken));

        Assert.Equal("AmazonSQS.ChangeMessageVisibilityBatch", aws.Requests[^1].Headers["X-Amz-Target"]);
    }

    [Fact]
    public async Task PeekAsync_AsManyAsAreWanted_AsksForNoMore()
    {
        using var aws = HttpStub.InTurn(Received("""{"MessageId":"1","ReceiptHandle":"r1","Body":"one","MD5OfBody":"f97c5d29941bfb1b2fdab0874906ab82"}"""), new StubAnswer(200, """{"Successful":[]}"""));
        using var client = new QueueClient(StubSession.To(aws));

        Assert.Equal("1", Assert.Single(await client.PeekAsync("https://sqs/emails-dead", 1, TestContext.Current.CancellationToken)).Id);
        Assert.Equal((2, 1), (aws.Requests.Count, (int)JsonNode.Parse(aws.Requests[0].Body)!["MaxNumberOfMessages"]!));
    }

    [Theory]
    [InlineData("""{"Results":[{"Status":"RUNNING","ApproximateNumberOfMessagesMoved":2}]}""", "RUNNING", 2, null, false)]
    [InlineData("""{"Results":[{"Status":"CANCELLING"}]}""", "CANCELLING", 0, null, false)]
    [InlineData("""{"Results":[{"Status":"FAILED","ApproximateNumberOfMessagesMoved":1,"FailureReason":"gone"}]}""", "FAILED", 1, "gone", true)]
    [InlineData("""{"Results":[{"Status":"COMPLETED","ApproximateNumberOfMessagesMoved":3}]}""", "COMPLETED", 3, null, true)]
    public async Task FindMoveAsync_Move_TellsHowFarItIs(string answer, string state, int moved, string? failure, bool ended)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));
        using var client = new QueueClient(StubSession.To(aws));

        var move = await client.FindMoveAsync("arn", TestContext.Current.CancellationToken);

        Assert.Equal(new MessageMove(state, moved, failure), move);
        Assert.Equal(ended, move!.Ended);
    }

    private static StubAnswer Received(params string[] messages) => new(200, $$"""{"Messages":[{{string.Join(',', messages)}}]}""");
}
