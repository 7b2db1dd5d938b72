using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class PathPatternTests
{
    [Theory]
    [InlineData("/*", "/*")]
    [InlineData("/api/*", "/api|/api/*")]
    [InlineData("/status", "/status")]
    [InlineData("/*/api/*", "/*/api/*")]
    public void WithRoot_Pattern_MatchesItsRootToo(string path, string expected) =>
        Assert.Equal(expected, string.Join('|', PathPattern.WithRoot(path)));

    [Theory]
    [InlineData("/*", "/api/*", true)]
    [InlineData("/api/*", "/api/*", true)]
    [InlineData("/api/*", "/api", true)]
    [InlineData("/api/*", "/api/v1/*", true)]
    [InlineData("/api/v1/*", "/api/*", false)]
    [InlineData("/a?c", "/abc", true)]
    [InlineData("/a?c", "/a*c", false)]
    [InlineData("/*.json", "/a/b.json", true)]
    [InlineData("/*.json", "/*", false)]
    [InlineData("/status", "/status/*", false)]
    public void Covers_Patterns_TellsWhetherOneIsPartOfTheOther(string outer, string inner, bool expected) =>
        Assert.Equal(expected, PathPattern.Covers(outer, inner));
}
