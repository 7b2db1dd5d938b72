using Landfall.Config;
using Landfall.Config.Values;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Tests.Networks;

public sealed class GivenBlocksTests
{
    private static readonly CidrBlock[] Vpc = [CidrBlock.Parse("10.9.0.0/24"), CidrBlock.Parse("100.64.0.0/24")];
    private static readonly CidrBlock[] Taken = [CidrBlock.Parse("10.9.0.0/26")];

    [Fact]
    public void Check_FreeBlocksOfTheVpc_Pass() =>
        GivenBlocks.Check(Vpc, Taken, [CidrBlock.Parse("10.9.0.64/27"), CidrBlock.Parse("100.64.0.224/27")]);

    [Fact]
    public void Check_OneBlockTaken_IsEnoughToRefuse() => Assert.Equal(
        "LF5106", Assert.Throws<LandfallException>(() => GivenBlocks.Check(Vpc, Taken, [CidrBlock.Parse("10.9.0.32/27")])).Code);

    [Fact]
    public void Check_BlocksOutsideOrTaken_NamesEach()
    {
        var e = Assert.Throws<LandfallException>(() =>
            GivenBlocks.Check(Vpc, Taken, [CidrBlock.Parse("10.9.0.32/27"), CidrBlock.Parse("10.10.0.0/27"), CidrBlock.Parse("10.9.0.0/23")]));

        Assert.Equal("LF5106", e.Code);
        Assert.Equal(
            "The blocks of 'network.subnets' do not fit: 10.10.0.0/27 is not inside the VPC (10.9.0.0/24, 100.64.0.0/24); 10.9.0.0/23 is not inside the VPC (10.9.0.0/24, 100.64.0.0/24); 10.9.0.32/27 overlaps the existing subnet 10.9.0.0/26; 10.9.0.0/23 overlaps the existing subnet 10.9.0.0/26. Change them, or leave them out to have free ones found.",
            e.Message);
    }
}
