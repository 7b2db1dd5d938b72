using Landfall.Aws.Costs;

namespace Landfall.Aws.Tests.Costs;

public sealed class CostExplorerClientTests
{
    private const string Page = """
        {"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-11-02"},"Total":{},"Estimated":false,"Groups":[
          {"Keys":["Amazon Elastic Container Service","USE1-Fargate-GB-Hours"],"Metrics":{"UnblendedCost":{"Amount":"1.2345678901","Unit":"USD"}}},
          {"Keys":["AmazonCloudWatch","USE1-CW:AlarmMonitorUsage"],"Metrics":{"UnblendedCost":{"Amount":"4.2E-6","Unit":"USD"}}}]}]
        """;

    [Fact]
    public async Task ListAsync_SeveralPages_GivesEveryDaysCosts()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, Page + ""","NextPageToken":"more"}"""),
            new StubAnswer(200, """{"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-02","End":"2026-11-03"},"Groups":[{"Keys":["AWS X","y"],"Metrics":{"UnblendedCost":{"Amount":"2","Unit":"USD"}}}]}]}"""));
        using var session = StubSession.To(aws);

        var costs = await new CostExplorerClient(session).ListAsync([("landfall:app", "shop"), ("landfall:environment", "prod")], new(2026, 11, 1), new(2026, 11, 3), TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new DailyCost(new(2026, 11, 1), "Amazon Elastic Container Service", "USE1-Fargate-GB-Hours", 1.2345678901m),
                new DailyCost(new(2026, 11, 1), "AmazonCloudWatch", "USE1-CW:AlarmMonitorUsage", 0.0000042m),
                new DailyCost(new(2026, 11, 2), "AWS X", "y", 2),
            ],
            costs);
        Assert.Equal("AWSInsightsIndexService.GetCostAndUsage", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal(
            """{"TimePeriod":{"Start":"2026-11-01","End":"2026-11-03"},"Granularity":"DAILY","Filter":{"And":[{"Tags":{"Key":"landfall:app","Values":["shop"]}},{"Tags":{"Key":"landfall:environment","Values":["prod"]}}]},"Metrics":["UnblendedCost"],"GroupBy":[{"Type":"DIMENSION","Key":"SERVICE"},{"Type":"DIMENSION","Key":"USAGE_TYPE"}]}""",
            aws.Requests[0].Body);
        Assert.EndsWith(""","NextPageToken":"more"}""", aws.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("/us-east-1/ce/aws4_request", aws.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_NotAllowed_IsAwssError()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"AccessDeniedException","Message":"User: ada is not authorized to perform: ce:GetCostAndUsage"}"""));
        using var session = StubSession.To(aws);

        var e = await Assert.ThrowsAsync<AwsException>(() => new CostExplorerClient(session).ListAsync([], new(2026, 11, 1), new(2026, 11, 3), TestContext.Current.CancellationToken));

        Assert.Equal("AccessDeniedException", e.Code);
    }
}
