using Landfall.Aws.Cdn;

namespace Landfall.Aws.Tests.Cdn;

public sealed class DistributionClientTests
{
    [Theory]
    [InlineData("true", "InProgress")]
    [InlineData("false", "Disabled")]
    public async Task FindStatusAsync_Distribution_IsInCloudFrontsWords(string enabled, string expected)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, $"<Distribution><Status>InProgress</Status><DistributionConfig><Origins><Enabled>x</Enabled></Origins><Enabled>{enabled}</Enabled></DistributionConfig></Distribution>"));

        Assert.Equal(expected, await new DistributionClient(StubSession.To(aws)).FindStatusAsync("E1", TestContext.Current.CancellationToken));
        Assert.Equal("/2020-05-31/distribution/E1", aws.Requests[0].PathAndQuery);
    }

    [Fact]
    public async Task FindStatusAsync_NoneOfThatId_GivesNull()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(404, "<ErrorResponse><Error><Code>NoSuchDistribution</Code><Message>m</Message></Error></ErrorResponse>"));

        Assert.Null(await new DistributionClient(StubSession.To(aws)).FindStatusAsync("E1", TestContext.Current.CancellationToken));
    }
}
