using Landfall.Operations.Asking;
using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Doctor;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class TimeoutsAnswerTests
{
    [Fact]
    public void Of_SubnetWithoutAddresses_IsTheCause() => Assert.Equal(
        """
        Subnets are short of addresses: new tasks get none, and neither does a load balancer that grows, so that those which run have to answer for all. That gives timeouts which come and go.
        - Subnet a has no free address.
        - Run fewer tasks.
        > landfall doctor
        > landfall logs api --filter /time(d )?-?out/
        > landfall explain api
        """,
        Asked.Lines(TimeoutsAnswer.Of([new Symptom("free-addresses", SymptomState.Broken, "Subnet a has no free address.", "Run fewer tasks.")], Asked.About(Topic.GatewayTimeouts, "api"))));

    [Fact]
    public void Of_AddressesLeft_SaysThatItIsSomethingElse() => Assert.StartsWith(
        "? I don't know: each of 2 subnets has 90 free addresses or more. So it is not for want of addresses.",
        Asked.Lines(TimeoutsAnswer.Of([new Symptom("free-addresses", SymptomState.Well, "Each of 2 subnets has 90 free addresses or more.", null)], Asked.About(Topic.GatewayTimeouts))),
        StringComparison.Ordinal);

    [Fact]
    public void Of_NoSubnets_IsNotKnown() => Assert.False(TimeoutsAnswer.Of([], Asked.About(Topic.GatewayTimeouts)).Known);
}
