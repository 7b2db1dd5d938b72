using Landfall.Config.Stacks;

namespace Landfall.Config.Tests.Stacks;

public class ShortNameTests
{
    [Fact]
    public void Of_NameThatFits_IsTheName() => Assert.Equal("shop-dev-emails", ShortName.Of("shop-dev-emails", 15));

    [Fact]
    public void Of_LongerName_EndsInAHashOfTheWhole()
    {
        var first = ShortName.Of("shop-dev-a-long-name-1", 20);
        var second = ShortName.Of("shop-dev-a-long-name-2", 20);

        Assert.Equal("shop-dev-a", first[..10]);
        Assert.NotEqual(first, second);
        Assert.Equal(first, ShortName.Of("shop-dev-a-long-name-1", 20));
        Assert.True(first.Length <= 20);
        Assert.DoesNotContain("--", first, StringComparison.Ordinal);
    }
}
