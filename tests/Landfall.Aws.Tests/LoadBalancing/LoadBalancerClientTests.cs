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
}
