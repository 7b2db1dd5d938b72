using Landfall.Aws.Route53;
using Landfall.Config;
using Landfall.Operations.Accounts;

namespace Landfall.Operations.Tests.Accounts;

public sealed class HostedZoneChoiceTests
{
    private static readonly HostedZone[] Zones = [new("example.com", "Z1"), new("shop.example.com", "Z2"), new("twice.com", "Z3"), new("twice.com", "Z4")];

    [Theory]
    [InlineData("www.example.com", "example.com=Z1")]
    [InlineData("example.com", "example.com=Z1")]
    [InlineData("shop.example.com", "shop.example.com=Z2")]
    [InlineData("api.shop.example.com", "shop.example.com=Z2")]
    [InlineData("workshop.example.com", "example.com=Z1")]
    [InlineData("www.example.com,shop.example.com,www.example.com", "example.com=Z1,shop.example.com=Z2")]
    public void Of_Names_AreInTheDeepestZone(string names, string expected) =>
        Assert.Equal(expected, string.Join(',', HostedZoneChoice.Of(names.Split(','), Zones).Select(zone => $"{zone.Key}={zone.Value}")));

    [Theory]
    [InlineData("example.org", "The account has no public hosted zone for 'example.org' (it has example.com, shop.example.com, twice.com, twice.com). Create one")]
    [InlineData("notexample.com", "The account has no public hosted zone for 'notexample.com'")]
    [InlineData("a.twice.com", "The account has 2 public hosted zones 'twice.com' (Z3, Z4)")]
    public void Of_NameThatNoZoneHasAlone_IsRefusedWithWhatToDo(string name, string message)
    {
        var e = Assert.Throws<LandfallException>(() => HostedZoneChoice.Of([name], Zones));

        Assert.Equal(ErrorCodes.HostedZoneMissing, e.Code);
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }
}
