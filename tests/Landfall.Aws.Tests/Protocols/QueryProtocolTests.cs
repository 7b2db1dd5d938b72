using Landfall.Aws.Protocols;

namespace Landfall.Aws.Tests.Protocols;

public sealed class QueryProtocolTests
{
    private static readonly AwsService Service = new("cloudformation", "cloudformation", "CLOUDFORMATION", "2010-05-15");

    [Fact]
    public async Task CallAsync_Parameters_AreAFormWithActionAndVersion()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "<r xmlns='urn:x'><a>1</a></r>"));

        var root = await CallAsync(aws, new() { ["Name"] = "a b&c=d/ü", ["Other.member.1"] = "" });

        Assert.Equal("1", root.Element("a")?.Value);
        var request = Assert.Single(aws.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/", request.PathAndQuery);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("Action=Do&Version=2010-05-15&Name=a%20b%26c%3Dd%2F%C3%BC&Other.member.1=", request.Body);
        Assert.Contains("/eu-west-1/cloudformation/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "<ErrorResponse xmlns='urn:x'><Error><Code>AlreadyExistsException</Code><Message>It is there.</Message></Error></ErrorResponse>", "AlreadyExistsException", "It is there.")]
    [InlineData(400, "<Error><Code>AlreadyExistsException</Code><Message>It is there.</Message></Error>", "AlreadyExistsException", "It is there.")]
    [InlineData(403, "Blocked by policy", "Forbidden", "the answer is not XML.")]
    [InlineData(403, "no XML", "Forbidden", "the answer is not XML.")]
    [InlineData(200, "no XML", "OK", "the answer is not XML.")]
    public async Task CallAsync_Error_GivesCodeAndMessage(int status, string body, string code, string message)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(status, body));

        var e = await Assert.ThrowsAsync<AwsException>(() => CallAsync(aws, []));

        Assert.Equal((code, message, status), (e.Code, e.AwsMessage, (int)e.Status));
        Assert.StartsWith("cloudformation:Do failed", e.Message, StringComparison.Ordinal);
    }

    private static async Task<System.Xml.Linq.XElement> CallAsync(HttpStub aws, Dictionary<string, string> parameters)
    {
        using var session = StubSession.To(aws);
        return await QueryProtocol.CallAsync(session, Service, "Do", parameters, TestContext.Current.CancellationToken);
    }
}
