using Landfall.Aws.LoadBalancing;

namespace Landfall.Aws.Tests.LoadBalancing;

public sealed class LoadBalancerClientTests
{
    [Fact]
    public async Task AllowDeletionAsync_LoadBalancer_TurnsItsProtectionOff()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "<ModifyLoadBalancerAttributesResponse/>"));
        using var session = StubSession.To(aws);

        await new LoadBalancerClient(session).AllowDeletionAsync("arn:lb", TestContext.Current.CancellationToken);

        var request = Assert.Single(aws.Requests);
        Assert.Equal(
            "Action=ModifyLoadBalancerAttributes&Version=2015-12-01&LoadBalancerArn=arn%3Alb&Attributes.member.1.Key=deletion_protection.enabled&Attributes.member.1.Value=false",
            request.Body);
        Assert.Contains("/elasticloadbalancing/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListTargetHealthAsync_TargetsOfAGroup_GivesStateAndReason()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """
            <DescribeTargetHealthResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><DescribeTargetHealthResult><TargetHealthDescriptions>
              <member><Target><Id>10.0.0.1</Id><Port>8080</Port></Target><TargetHealth><State>unhealthy</State><Reason>Target.ResponseCodeMismatch</Reason><Description>Health checks failed with these codes: [502]</Description></TargetHealth></member>
              <member><Target><Id>10.0.0.2</Id><Port>8080</Port></Target><TargetHealth><State>healthy</State></TargetHealth></member>
            </TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>
            """));

        var health = await new LoadBalancerClient(StubSession.To(aws)).ListTargetHealthAsync("arn:tg", TestContext.Current.CancellationToken);

        Assert.Equal(
            [new TargetHealth("10.0.0.1:8080", "unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [502]"), new TargetHealth("10.0.0.2:8080", "healthy", "", "")],
            health);
        Assert.Equal("arn:tg", aws.Requests[0].Form["TargetGroupArn"]);
    }
}
