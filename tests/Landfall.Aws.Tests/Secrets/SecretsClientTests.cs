using System.Text.Json.Nodes;
using Landfall.Aws.Secrets;

namespace Landfall.Aws.Tests.Secrets;

public sealed class SecretsClientTests
{
    [Theory]
    [InlineData(200, """{"Name":"shop/dev/stripe"}""", false)]
    [InlineData(200, """{"Name":"shop/dev/stripe","VersionIdsToStages":{"a":["AWSPENDING"]}}""", false)]
    [InlineData(200, """{"Name":"shop/dev/stripe","VersionIdsToStages":{"a":["AWSPREVIOUS"],"b":["AWSCURRENT"]}}""", true)]
    [InlineData(400, """{"__type":"ResourceNotFoundException","Message":"Secrets Manager can't find the specified secret."}""", null)]
    public async Task HasValueAsync_Versions_TellIt(int status, string answer, bool? expected)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(status, answer));

        Assert.Equal(expected, await new SecretsClient(StubSession.To(aws)).HasValueAsync("shop/dev/stripe", TestContext.Current.CancellationToken));
        Assert.Equal("secretsmanager.DescribeSecret", aws.Requests[0].Headers["X-Amz-Target"]);
    }

    [Fact]
    public async Task PutValueAsync_Value_GoesIntoTheBodyWithATokenOfItsOwn()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"), new StubAnswer(200, "{}"));
        var client = new SecretsClient(StubSession.To(aws));

        Assert.True(await client.PutValueAsync("shop/dev/stripe", "sk_1", TestContext.Current.CancellationToken));
        Assert.True(await client.PutValueAsync("shop/dev/stripe", "sk_1", TestContext.Current.CancellationToken));

        var bodies = aws.Requests.Select(request => JsonNode.Parse(request.Body)!).ToArray();
        Assert.All(bodies, body => Assert.Equal(("shop/dev/stripe", "sk_1"), ((string?)body["SecretId"], (string?)body["SecretString"])));
        Assert.Equal(32, ((string)bodies[0]["ClientRequestToken"]!).Length);
        Assert.NotEqual((string?)bodies[0]["ClientRequestToken"], (string?)bodies[1]["ClientRequestToken"]);
    }

    [Fact]
    public async Task PutValueAsync_NoSuchSecret_GivesFalse()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"ResourceNotFoundException","Message":"x"}"""));

        Assert.False(await new SecretsClient(StubSession.To(aws)).PutValueAsync("shop/dev/stripe", "sk_1", TestContext.Current.CancellationToken));
    }
}
