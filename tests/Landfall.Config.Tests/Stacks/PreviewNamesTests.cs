using Landfall.Config.Stacks;

namespace Landfall.Config.Tests.Stacks;

public class PreviewNamesTests
{
    [Theory]
    [InlineData("pr-7", true)]
    [InlineData("pr-1234567", true)]
    [InlineData("pr-12345678", false)]
    [InlineData("pr-07", false)]
    [InlineData("pr-0", false)]
    [InlineData("pr-", false)]
    [InlineData("pr-7a", false)]
    [InlineData("PR-7", false)]
    [InlineData("dev", false)]
    public void Is_Name_OnlyWithANumber(string name, bool expected) => Assert.Equal(expected, PreviewNames.Is(name));
}
