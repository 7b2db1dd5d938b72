using Landfall.Aws.Protocols;

namespace Landfall.Aws.Tests.Protocols;

public sealed class JsonProtocolTests
{
    private static readonly AwsService Service = new("api.ecr", "ecr", "ECR", "AmazonECR");

    [Fact]
    public async Task CallAsync_Request_IsJsonWithoutNulls()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"Name":"x"}"""));

        Assert.Equal("x", (await CallAsync(aws)).Name);

        var request = Assert.Single(aws.Requests);
        Assert.Equal("""{"First":1}""", request.Body);
        Assert.Equal("AmazonECR.Do", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-amz-target", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallAsync_NothingIsAnswered_IsAnEmptyObject()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, ""));

        Assert.Null((await CallAsync(aws)).Name);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.ecr#NotFound","message":"Not there."}""", "NotFound", "Not there.")]
    [InlineData("""{"__type":"NotFound","Message":"Not there."}""", "NotFound", "Not there.")]
    [InlineData("""{"__type":"NotFound"}""", "NotFound", "no message was given.")]
    [InlineData("{}", "BadRequest", "no message was given.")]
    [InlineData("[]", "BadRequest", "no message was given.")]
    [InlineData("no JSON", "BadRequest", "the answer is not JSON.")]
    public async Task CallAsync_Error_GivesCodeAndMessage(string body, string code, string message)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, body));

        var e = await Assert.ThrowsAsync<AwsException>(() => CallAsync(aws));

        Assert.Equal((code, message), (e.Code, e.AwsMessage));
        Assert.StartsWith("ecr:Do failed", e.Message, StringComparison.Ordinal);
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task CallAsync_Throttled_AsksAgain()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"ThrottlingException"}"""), new StubAnswer(200, "{}"));

        await CallAsync(aws);

        Assert.Equal(2, aws.Requests.Count);
    }

    private static async Task<Response> CallAsync(HttpStub aws)
    {
        using var session = StubSession.To(aws);
        return await JsonProtocol.CallAsync<Response>(session, Service, "Do", new { First = 1, Second = (string?)null }, TestContext.Current.CancellationToken);
    }

    private sealed record Response(string? Name);
}
