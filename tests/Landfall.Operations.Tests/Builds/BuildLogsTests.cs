using System.Text.Json;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Operations.Builds;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Builds;

public sealed class BuildLogsTests
{
    private const string Id = "shop-pipeline-build:1";

    private static readonly StubAnswer Found = new(200, """{"builds":[{"id":"shop-pipeline-build:1","logs":{"groupName":"/shop/builds","streamName":"build/1"}}],"buildsNotFound":[]}""");

    [Fact]
    public async Task ReadAsync_OwnBuild_WaitsUntilItsLogIsAllThere()
    {
        using var aws = HttpStub.InTurn(Found, Events("one"), Events("one", "two", $"Looking for what failed in {Id}.", "three"));

        Assert.Equal("one\ntwo", await ReadAsync(aws, own: true));
        Assert.Equal("CodeBuild_20161006.BatchGetBuilds", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"ids":["shop-pipeline-build:1"]}""", aws.Requests[0].Body);
        Assert.Contains("\"logStreamName\":\"build/1\"", aws.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_OwnLogThatDoesNotCome_IsReadAsFarAsItIs()
    {
        using var aws = HttpStub.InTurn(Found, Events("one"));

        Assert.Equal("one", await ReadAsync(aws, own: true));
        Assert.Equal(16, aws.Requests.Count);
    }

    [Fact]
    public async Task ReadAsync_BuildOfAnother_IsReadOnce()
    {
        using var aws = HttpStub.InTurn(Found, Events("one", "two"));

        Assert.Equal("one\ntwo", await ReadAsync(aws, own: false));
        Assert.Equal(2, aws.Requests.Count);
    }

    [Theory]
    [InlineData("""{"builds":[],"buildsNotFound":["shop-pipeline-build:1"]}""", "There is no build 'shop-pipeline-build:1' in eu-west-1.")]
    [InlineData("""{"builds":[{"id":"shop-pipeline-build:1","logs":{"deepLink":"x"}}]}""", "has no log in CloudWatch Logs")]
    public async Task ReadAsync_NoLog_SaysSo(string answer, string message)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));

        var e = await Assert.ThrowsAsync<LandfallException>(() => ReadAsync(aws, own: false));

        Assert.Equal(ErrorCodes.BuildLog, e.Code);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpStub aws, bool own)
    {
        using var session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? aws.Url : null);
        var context = new OperationContext(new Caller("ada", "test"), new Answering(null), new HurriedTime(), TestContext.Current.CancellationToken);
        return await new BuildLogs(session, context).ReadAsync(Id, own);
    }

    private static StubAnswer Events(params string[] lines) =>
        new(200, JsonSerializer.Serialize(new { events = lines.Select(line => new { timestamp = 1, message = line + "\n", ingestionTime = 1 }) }));
}
