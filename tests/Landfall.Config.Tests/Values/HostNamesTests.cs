using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class HostNamesTests
{
    [Theory]
    [InlineData("*.example.com", "a.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "b.a.example.com", false)]
    [InlineData("*.example.com", "*.example.com", true)]
    [InlineData("*.example.com", "*.a.example.com", false)]
    [InlineData("example.com", "example.com", true)]
    public void Covers_Wildcard_IsOneLabel(string pattern, string host, bool expected) =>
        Assert.Equal(expected, HostNames.Covers(pattern, host));

    [Theory]
    [InlineData("*.example.com", "b.a.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "aexample.com", false)]
    public void Answers_Wildcard_IsAnyCharacters(string pattern, string host, bool expected) =>
        Assert.Equal(expected, HostNames.Answers(pattern, host));

    [Theory]
    [InlineData("*.shop.example.com", "shop.example.com", true)]
    [InlineData("shop.example.com", "example.com", true)]
    [InlineData("myexample.com", "example.com", false)]
    public void IsWithin_Zone_CountsWholeLabels(string host, string zone, bool expected) =>
        Assert.Equal(expected, HostNames.IsWithin(host, zone));
}
