using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class RegionPartsTests
{
    private static readonly string Firewall = Publish("/shop/dev/edge-global/firewall", "\"arn\"");

    [Fact]
    public void Of_ReaderOfWhatIsPublishedElsewhere_ComesInAPartOfItsOwn() =>
        Assert.Equal(
            ["network edge-global", "edge data"],
            Parts(Wanted("network", ""), Wanted("edge-global", Firewall), Wanted("edge", "Firewall < /shop/dev/edge-global/firewall"), Wanted("data", "")));

    /// <summary>When what was kept goes, the reader lets go of it first.</summary>
    [Fact]
    public void Of_ReaderThatComesFirst_IsDoneBeforeWhatItReads() =>
        Assert.Equal(["edge", "edge-global"], Parts(Wanted("edge", "Firewall < /shop/dev/edge-global/firewall"), Wanted("edge-global", Firewall)));

    [Fact]
    public void Of_StacksOfOneRegion_StayTogether() =>
        Assert.Equal(["network data"], Parts(Wanted("network", Publish("/shop/dev/vpc", "\"v\"")), Wanted("data", "Vpc < /shop/dev/vpc")));

    [Fact]
    public void Of_Nothing_IsNoPart() => Assert.Empty(RegionParts.Of([], _ => true));

    private static IEnumerable<string> Parts(params AssemblyStack[] stacks) =>
        RegionParts.Of([.. stacks.Select(s => new StackOperation(Pass.Shared, s.Name, s, s.Template, []))], name => name == "shop-dev-edge-global")
            .Select(part => string.Join(' ', part.Select(o => o.Stack["shop-dev-".Length..])));
}
