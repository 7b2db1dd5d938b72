using Landfall.Aws.Metrics;

namespace Landfall.Aws.Tests.Metrics;

public sealed class MetricClientTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ReadAsync_Queries_AreAskedTogetherAndAnsweredInTheirOrder()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, Answer("""
                <member><Id>q1</Id><Timestamps><member>2026-11-26T12:01:00Z</member></Timestamps><Values><member>0.25</member></Values></member>
                <member><Id>q0</Id><Timestamps><member>2026-11-26T12:00:00Z</member></Timestamps><Values><member>7</member></Values></member>
                """, "<NextToken>more</NextToken>")),
            new StubAnswer(200, Answer("<member><Id>q0</Id><Timestamps><member>2026-11-26T12:01:00Z</member></Timestamps><Values><member>8</member></Values></member>")));
        MetricQuery[] queries =
        [
            new("AWS/ApplicationELB", "RequestCount", "Sum", TimeSpan.FromMinutes(1), [("TargetGroup", "targetgroup/a/1"), ("LoadBalancer", "app/b/2")]),
            new("AWS/ApplicationELB", "TargetResponseTime", "TC(:0.3)", TimeSpan.FromHours(1), []),
        ];

        var values = await new MetricClient(StubSession.To(aws)).ReadAsync(queries, Noon, Noon.AddMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal([(Noon, 7), (Noon.AddMinutes(1), 8)], values[0].Select(v => (v.Key, v.Value)).Order());
        Assert.Equal([(Noon.AddMinutes(1), 0.25)], values[1].Select(v => (v.Key, v.Value)));
        var asked = aws.Requests[0].Body.Split('&').Select(Uri.UnescapeDataString).ToList();
        Assert.Equal(
            [
                "Action=GetMetricData", "Version=2010-08-01", "StartTime=2026-11-26T12:00:00Z", "EndTime=2026-11-26T12:02:00Z", "ScanBy=TimestampAscending",
                "MetricDataQueries.member.1.Id=q0",
                "MetricDataQueries.member.1.MetricStat.Metric.Namespace=AWS/ApplicationELB",
                "MetricDataQueries.member.1.MetricStat.Metric.MetricName=RequestCount",
                "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name=TargetGroup",
                "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value=targetgroup/a/1",
                "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Name=LoadBalancer",
                "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value=app/b/2",
                "MetricDataQueries.member.1.MetricStat.Period=60",
                "MetricDataQueries.member.1.MetricStat.Stat=Sum",
                "MetricDataQueries.member.2.Id=q1",
                "MetricDataQueries.member.2.MetricStat.Metric.Namespace=AWS/ApplicationELB",
                "MetricDataQueries.member.2.MetricStat.Metric.MetricName=TargetResponseTime",
                "MetricDataQueries.member.2.MetricStat.Period=3600",
                "MetricDataQueries.member.2.MetricStat.Stat=TC(:0.3)",
            ],
            asked);
        Assert.EndsWith("&NextToken=more", aws.Requests[1].Body, StringComparison.Ordinal);
        Assert.Equal(2, aws.Requests.Count);
    }

    private static string Answer(string results, string more = "") => $"""
        <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>
          <MetricDataResults>{results}</MetricDataResults>{more}
        </GetMetricDataResult></GetMetricDataResponse>
        """;
}
