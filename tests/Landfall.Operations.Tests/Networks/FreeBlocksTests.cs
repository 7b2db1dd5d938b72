using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Values;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Tests.Networks;

public sealed class FreeBlocksTests
{
    [Fact]
    public void Find_EmptyVpc_TakesTheLowest() =>
        Assert.Equal(["10.0.0.0/24", "10.0.1.0/24"], Find(["10.0.0.0/16"], [], 24, 2));

    [Fact]
    public void Find_LargeSubnetInTheWay_ContinuesBehindIt() =>
        Assert.Equal(["172.31.96.0/24"], Find(["172.31.0.0/16"], ["172.31.0.0/18", "172.31.64.0/19"], 24, 1));

    [Fact]
    public void Find_SmallSubnetInTheWay_SkipsTheWholeBlock() =>
        Assert.Equal(["10.0.1.0/24"], Find(["10.0.0.0/16"], ["10.0.0.128/28"], 24, 1));

    [Fact]
    public void Find_FirstBlockFull_UsesTheSecond() =>
        Assert.Equal(["10.1.0.0/24"], Find(["10.0.0.0/24", "10.1.0.0/16"], ["10.0.0.0/24"], 24, 1));

    [Fact]
    public void Find_NoRoom_FindsFewer() => Assert.Empty(Find(["10.0.0.0/24"], ["10.0.0.0/25"], 24, 4));

    [Fact]
    public void Find_EndOfTheAddressSpace_DoesNotWrapAround() =>
        Assert.Equal(["255.255.255.0/24"], Find(["255.255.0.0/16"], ["255.255.0.0/17", "255.255.128.0/18", "255.255.192.0/19", "255.255.224.0/20", "255.255.240.0/21", "255.255.248.0/22", "255.255.252.0/23", "255.255.254.0/24"], 24, 4));

    [Fact]
    public void Find_AnyTakenBlocks_FindsAlignedBlocksThatOverlapNothing()
    {
        var vpc = CidrBlock.Parse("10.0.0.0/16");
        var taken = Gen.ListOf(
            from prefix in Gen.Choose(18, 28)
            from index in Gen.Choose(0, (1 << (prefix - 16)) - 1)
            select new CidrBlock(vpc.Address + ((uint)index << (32 - prefix)), prefix));

        Prop.ForAll(taken.ToArbitrary(), Gen.Choose(20, 28).ToArbitrary(), (blocks, prefix) =>
        {
            var found = FreeBlocks.Find([vpc], [.. blocks], prefix, 4);
            return found.All(f => f.Address % (1u << (32 - prefix)) == 0 && vpc.Overlaps(f) && !blocks.Any(f.Overlaps))
                && found.Distinct().Count() == found.Count;
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Find(string[] vpc, string[] taken, int prefix, int count) =>
        FreeBlocks.Find([.. vpc.Select(CidrBlock.Parse)], [.. taken.Select(CidrBlock.Parse)], prefix, count).Select(b => b.ToString());
}
