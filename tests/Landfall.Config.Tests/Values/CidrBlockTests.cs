using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class CidrBlockTests
{
    [Theory]
    [InlineData("10.0.0.0/16", 65_536, true)]
    [InlineData("172.31.0.0/20", 4096, true)]
    [InlineData("192.168.4.0/24", 256, true)]
    [InlineData("100.64.0.0/10", 4_194_304, true)]
    [InlineData("172.32.0.0/16", 65_536, false)]
    [InlineData("0.0.0.0/0", 4_294_967_296, false)]
    public void Parse_Block_GivesSizeAndWhetherItIsPrivate(string text, long size, bool isPrivate)
    {
        Assert.Null(CidrBlock.Parse(text, out var block));
        Assert.Equal((size, isPrivate, text), (block.Size, block.IsPrivate, block.ToString()));
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0/16")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.256/32")]
    [InlineData("10.0.0.1/16")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("a.b.c.d/8")]
    [InlineData("10.0.0.0000/16")]
    [InlineData("/")]
    public void Parse_AnythingElse_SaysWhatIsWrong(string text) => Assert.NotNull(CidrBlock.Parse(text, out _));

    /// <summary>Blocks overlap exactly when one holds the other: that is what prefixes are for.</summary>
    [Fact]
    public void Overlaps_AnyTwoBlocks_IsContainmentOneWayOrTheOther()
    {
        var blocks = Gen.Choose(0, 255).Zip(Gen.Choose(8, 32)).Select(pair => Block((uint)pair.Item1 << 12, pair.Item2));
        Prop.ForAll(blocks.Zip(blocks).ToArbitrary(), pair =>
            pair.Item1.Overlaps(pair.Item2) == (pair.Item1.Contains(pair.Item2) || pair.Item2.Contains(pair.Item1)))
            .Check(PropertyRuns.Of());
    }

    private static CidrBlock Block(uint address, int prefix) => new(address & (uint.MaxValue << (32 - prefix)), prefix);
}
