using Landfall.Operations.Accounts;

namespace Landfall.Operations.Tests.Accounts;

public sealed class PinnedZonesTests
{
    [Theory]
    [InlineData("", null, "a,b,c", "a,b,c")]
    [InlineData("", "b,c", "a,b,c", "b,c,a")]
    [InlineData("", "b,x", "a,b,c", "b,a,c")]
    [InlineData("c,d", null, "a,b,c", "c,d,a,b")]
    [InlineData("c,d", "a,b", "a,b,c", "c,d,a,b")]
    public void Of_WhatStands_ComesFirst(string deployed, string? recorded, string usable, string expected) =>
        Assert.Equal(List(expected), PinnedZones.Of(List(deployed), recorded is null ? null : List(recorded), List(usable)));

    [Fact]
    public void Of_ItsOwnAnswer_IsTheSameAgain()
    {
        var once = PinnedZones.Of(["c", "x"], ["b", "a"], ["a", "b", "c"]);

        Assert.Equal(once, PinnedZones.Of(["c", "x"], once, ["a", "b", "c"]));
        // A zone that opens later goes behind: nothing moves.
        Assert.Equal([.. once, "d"], PinnedZones.Of(["c", "x"], once, ["d", "a", "b", "c"]));
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
