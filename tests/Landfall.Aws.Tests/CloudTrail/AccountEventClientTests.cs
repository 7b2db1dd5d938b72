using Landfall.Aws.CloudTrail;

namespace Landfall.Aws.Tests.CloudTrail;

public sealed class AccountEventClientTests
{
    [Fact]
    public async Task ListAsync_Calls_AreReadWithTheirCaller()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """
            {"Events":[{"EventTime":1772366400.5,"EventName":"PutX","Username":"ada","ReadOnly":"false","CloudTrailEvent":"{\"sourceIPAddress\":\"192.0.2.1\"}"},
                       {"EventTime":1,"EventName":"GetX","ReadOnly":"true","CloudTrailEvent":"not JSON"}]}
            """));
        using var session = StubSession.To(aws);

        var calls = await new AccountEventClient(session).ListAsync("emails", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new AccountEvent(DateTimeOffset.FromUnixTimeMilliseconds(1772366400500), "PutX", "ada", true, "192.0.2.1"),
                new AccountEvent(DateTimeOffset.FromUnixTimeSeconds(1), "GetX", null, false, null),
            ],
            calls);
        Assert.Equal("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"LookupAttributes":[{"AttributeKey":"ResourceName","AttributeValue":"emails"}],"MaxResults":50}""", aws.Requests[0].Body);
    }
}
