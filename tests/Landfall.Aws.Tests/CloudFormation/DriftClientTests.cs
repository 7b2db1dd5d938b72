using Landfall.Aws.CloudFormation;

namespace Landfall.Aws.Tests.CloudFormation;

public sealed class DriftClientTests
{
    [Fact]
    public async Task ListAsync_SeveralPages_GivesEveryResource()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, "<R><StackResourceDrifts><member><LogicalResourceId>A</LogicalResourceId><PhysicalResourceId>a</PhysicalResourceId><ResourceType>T</ResourceType><StackResourceDriftStatus>DELETED</StackResourceDriftStatus></member></StackResourceDrifts><NextToken>more</NextToken></R>"),
            new StubAnswer(200, "<R><StackResourceDrifts><member><LogicalResourceId>B</LogicalResourceId><StackResourceDriftStatus>MODIFIED</StackResourceDriftStatus><ExpectedProperties>{}</ExpectedProperties><PropertyDifferences><member><PropertyPath>/P</PropertyPath><ExpectedValue>1</ExpectedValue><ActualValue>2</ActualValue><DifferenceType>NOT_EQUAL</DifferenceType></member></PropertyDifferences></member></StackResourceDrifts></R>"));
        using var session = StubSession.To(aws);

        var drifts = await new DriftClient(session).ListAsync("shop", TestContext.Current.CancellationToken);

        Assert.Equal([("A", "DELETED", null), ("B", "MODIFIED", "{}")], drifts.Select(drift => (drift.LogicalId, drift.Status, drift.Expected)));
        Assert.Equal(("a", "T"), (drifts[0].PhysicalId, drifts[0].Type));
        Assert.Equal(new PropertyDrift("/P", "NOT_EQUAL", "1", "2"), Assert.Single(drifts[1].Differences));
        Assert.Contains("NextToken=more", aws.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_FailedDetection_GivesTheReason()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "<R><DetectionStatus>DETECTION_FAILED</DetectionStatus><DetectionStatusReason>no</DetectionStatusReason></R>"));
        using var session = StubSession.To(aws);

        Assert.Equal(new DriftDetection("DETECTION_FAILED", "no"), await new DriftClient(session).ReadAsync("d", TestContext.Current.CancellationToken));
        Assert.Contains("StackDriftDetectionId=d", aws.Requests[0].Body, StringComparison.Ordinal);
    }
}
