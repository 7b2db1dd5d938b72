using Amazon.SecurityToken;

namespace Landfall.Aws.Tests;

public sealed class AwsSessionTests
{
    [Fact]
    public async Task GetAccountAsync_Credentials_GivesTheirAccount()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/Ann</Arn><UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult>
            </GetCallerIdentityResponse>
            """));
        using var session = StubSession.To(aws);

        Assert.Equal("111122223333", await session.GetAccountAsync(TestContext.Current.CancellationToken));

        Assert.Equal("GetCallerIdentity", Assert.Single(aws.Requests).Form["Action"]);
    }

    [Fact]
    public async Task GetAccountAsync_CredentialsAreNoGood_SaysWhichCode()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(403, """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error>
            </ErrorResponse>
            """));
        using var session = StubSession.To(aws);

        var e = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => session.GetAccountAsync(TestContext.Current.CancellationToken));

        Assert.Equal("InvalidClientTokenId", e.ErrorCode);
        Assert.Single(aws.Requests);
    }

    [Theory]
    [InlineData("<html><body>Sign in to the network</body></html>")]
    [InlineData("<!DOCTYPE html><html><body><br>Sign in to the network</body></html>")]
    public async Task GetAccountAsync_AnotherServerAnswers_SaysSo(string page)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, page));
        using var session = StubSession.To(aws);

        var e = await Assert.ThrowsAsync<HttpRequestException>(() => session.GetAccountAsync(TestContext.Current.CancellationToken));

        Assert.Equal("localhost gave a web page in place of AWS's answer, as a proxy does that refuses, or a network that wants a sign-in", e.Message);
    }

    [Fact]
    public async Task GetAccountAsync_NobodyAnswers_FailsAtOnce()
    {
        var aws = HttpStub.InTurn(new StubAnswer(200, ""));
        using var session = StubSession.To(aws);
        aws.Dispose();

        var e = await Assert.ThrowsAsync<HttpRequestException>(() => session.GetAccountAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpRequestError.ConnectionError, e.HttpRequestError);
    }

    [Fact]
    public void Configure_NoEndpointIsSet_GoesToTheRegion()
    {
        using var session = new AwsSession("eu-west-1", TimeProvider.System, null, _ => null);

        var config = session.Configure<AmazonSecurityTokenServiceConfig>("STS");

        Assert.Equal("eu-west-1", config.RegionEndpoint.SystemName);
        Assert.Null(config.ServiceURL);
        Assert.Equal(4, config.MaxErrorRetry);
        Assert.Equal(TimeSpan.FromSeconds(60), config.Timeout);
    }

    [Fact]
    public void Configure_ServicesOwnEndpointIsSet_GoesThereAndSignsForTheRegion()
    {
        using var session = new AwsSession("eu-west-1", TimeProvider.System, null, name => name == "AWS_ENDPOINT_URL_STS" ? "http://localhost:1" : null);

        var config = session.Configure<AmazonSecurityTokenServiceConfig>("STS");

        Assert.Equal("http://localhost:1/", config.ServiceURL);
        Assert.Equal("eu-west-1", config.AuthenticationRegion);
    }
}
