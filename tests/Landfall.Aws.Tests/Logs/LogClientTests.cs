using System.Text.Json.Nodes;
using Landfall.Aws.Logs;

namespace Landfall.Aws.Tests.Logs;

public sealed class LogClientTests
{
    [Fact]
    public async Task ReadLastAsync_StreamWithLines_GivesThemOldestFirst()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"events":[{"message":"one\n"},{"message":"two"}]}"""));

        var lines = await new LogClient(StubSession.To(aws)).ReadLastAsync("/shop", "api/api/1", 10, TestContext.Current.CancellationToken);

        Assert.Equal(["one", "two"], lines);
        var request = JsonNode.Parse(Assert.Single(aws.Requests).Body)!;
        Assert.Equal((10, false), ((int)request["limit"]!, (bool)request["startFromHead"]!));
        Assert.Equal("Logs_20140328.GetLogEvents", aws.Requests[0].Headers["X-Amz-Target"]);
    }

    [Fact]
    public async Task ReadLastAsync_NothingWasEverWritten_GivesNothing()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"ResourceNotFoundException","message":"The specified log stream does not exist."}"""));

        Assert.Empty(await new LogClient(StubSession.To(aws)).ReadLastAsync("/shop", "api/api/1", 10, TestContext.Current.CancellationToken));
    }
}
