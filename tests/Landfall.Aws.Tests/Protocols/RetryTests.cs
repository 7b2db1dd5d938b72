using Landfall.Aws.CloudFormation;

namespace Landfall.Aws.Tests.Protocols;

public sealed class RetryTests
{
    private static readonly StubAnswer Deleted = new(200, "<DeleteStackResponse/>");
    private readonly HurriedTime _time = new();

    [Fact]
    public async Task Request_ServerErrorsWithoutEnd_IsSentFiveTimes()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(503, "busy"));

        var e = await Assert.ThrowsAsync<AwsException>(() => DeleteAsync(aws));

        Assert.Equal("ServiceUnavailable", e.Code);
        Assert.Equal(5, aws.Requests.Count);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(400, "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>")]
    public async Task Request_FailsFourTimes_GoesThroughAtLast(int status, string body)
    {
        var failure = new StubAnswer(status, body);
        using var aws = HttpStub.InTurn(failure, failure, failure, failure, Deleted);

        await DeleteAsync(aws);

        Assert.Equal(5, aws.Requests.Count);
        Assert.All(aws.Requests, r => Assert.Equal("shop", r.Form["StackName"]));
    }

    [Fact]
    public async Task Request_IsRefused_IsSentOnce()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(400, "<ErrorResponse><Error><Code>ValidationError</Code><Message>No</Message></Error></ErrorResponse>"), Deleted);

        await Assert.ThrowsAsync<AwsException>(() => DeleteAsync(aws));

        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task Request_NobodyListens_FailsAtOnce()
    {
        var aws = HttpStub.InTurn(Deleted);
        aws.Dispose();

        await Assert.ThrowsAsync<HttpRequestException>(() => DeleteAsync(aws));

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Request_AnswerBreaksOff_IsSentAgain()
    {
        var first = true;
        using var aws = HttpStub.Answering(_ =>
        {
            var answer = first ? Deleted with { BreaksOff = true } : Deleted;
            first = false;
            return answer;
        });

        await DeleteAsync(aws);

        Assert.Equal(2, aws.Requests.Count);
    }

    [Fact]
    public async Task Request_Retries_WaitLongerEachTimeWithJitter()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(500, ""));

        await Assert.ThrowsAsync<AwsException>(() => DeleteAsync(aws));

        // Polly's jitter spreads each wait around 0.2, 0.4, 0.8 and 1.6 s.
        Assert.Equal(4, _time.Waits.Count);
        Assert.Equal(4, _time.Waits.Distinct().Count());
        Assert.InRange(_time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(20));
    }

    private async Task DeleteAsync(HttpStub aws)
    {
        using var session = StubSession.To(aws, _time);
        await new CloudFormationClient(session).DeleteStackAsync("shop", TestContext.Current.CancellationToken);
    }
}
