using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackRegionsTests : IDisposable
{
    private readonly FakeCloudFormation _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void SessionOf_StackElsewhere_IsOneOfItsRegion()
    {
        using var regions = new StackRegions(_aws.Session, new Dictionary<string, string> { ["edge-global"] = "us-east-1" });

        Assert.Equal("us-east-1", regions.SessionOf("edge-global").Region);
        Assert.Same(regions.SessionOf("edge-global"), regions.SessionOf("edge-global"));
        Assert.Same(_aws.Session, regions.SessionOf("edge"));
        Assert.Equal((true, false), (regions.IsElsewhere("edge-global"), regions.IsElsewhere("edge")));
    }
}
