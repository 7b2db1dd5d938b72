using Landfall.Aws.ContainerRegistry;

namespace Landfall.Aws.Tests.ContainerRegistry;

public sealed class ContainerRegistryClientTests
{
    [Fact]
    public async Task GetCredentialsAsync_Token_IsUserPasswordAndHost()
    {
        var token = Convert.ToBase64String("AWS:pass:word"u8);
        using var aws = HttpStub.InTurn(new StubAnswer(
            200, $$"""{"authorizationData":[{"authorizationToken":"{{token}}","expiresAt":1.7E9,"proxyEndpoint":"https://111122223333.dkr.ecr.eu-west-1.amazonaws.com"}]}"""));
        using var session = StubSession.To(aws);

        var credentials = await new ContainerRegistryClient(session).GetCredentialsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new RegistryCredentials("111122223333.dkr.ecr.eu-west-1.amazonaws.com", "AWS", "pass:word"), credentials);
        var request = Assert.Single(aws.Requests);
        Assert.Equal("AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken", request.Headers["X-Amz-Target"]);
        Assert.Equal("{}", request.Body);
        Assert.Contains("/ecr/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Credentials_HidesThePassword() => Assert.Equal("AWS@host", new RegistryCredentials("host", "AWS", "secret").ToString());
}
