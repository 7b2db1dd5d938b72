using Landfall.Aws.Alarms;

namespace Landfall.Aws.Tests.Alarms;

public sealed class AlarmClientTests
{
    [Fact]
    public async Task ListAsync_SeveralPages_ReadsEveryKindOfAlarm()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """
                <R><MetricAlarms><member><AlarmName>b</AlarmName><StateValue>ALARM</StateValue><StateReason>Threshold Crossed</StateReason><AlarmDescription>d</AlarmDescription>
                <ActionsEnabled>false</ActionsEnabled><StateUpdatedTimestamp>2026-01-02T00:00:00Z</StateUpdatedTimestamp><StateTransitionedTimestamp>2026-01-01T00:00:00Z</StateTransitionedTimestamp></member></MetricAlarms><NextToken>more</NextToken></R>
                """),
            new StubAnswer(200, "<R><CompositeAlarms><member><AlarmName>a</AlarmName><StateValue>OK</StateValue><ActionsEnabled>true</ActionsEnabled></member></CompositeAlarms></R>"));

        var alarms = await new AlarmClient(StubSession.To(aws)).ListAsync("shop-dev-", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new MetricAlarmState("a", "OK", "", null, "", true),
                new MetricAlarmState("b", "ALARM", "Threshold Crossed", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "d", false),
            ],
            alarms);
        Assert.Equal("shop-dev-", aws.Requests[0].Form["AlarmNamePrefix"]);
        Assert.Equal("more", aws.Requests[1].Form["NextToken"]);
    }
}
