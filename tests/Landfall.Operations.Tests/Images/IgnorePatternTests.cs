using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Landfall.Operations.Images;

namespace Landfall.Operations.Tests.Images;

public sealed class IgnorePatternTests
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "a/b/c", true)]
    [InlineData("a", "ab", false)]
    [InlineData("a/b", "a", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("**/b", "b", true)]
    [InlineData("**/b", "a/c/b", true)]
    [InlineData("**/b", "ab", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a*c", "a/c", false)]
    [InlineData("a?c", "a/c", false)]
    public void Fits_OnePattern_IsAsDockerDocuments(string pattern, string path, bool expected) =>
        Assert.Equal(expected, new IgnorePattern(pattern).Fits(path));

    /// <summary>The same as a regular expression of each part of the pattern says.</summary>
    [Fact]
    public void Fits_RandomPatternsAndPaths_IsAsARegularExpressionSays()
    {
        var patterns = Gen.Elements("a", "b", "/", "*", "**", "**/", "?").ListOf(5).Select(parts => string.Concat(parts).Trim('/'));
        var paths = Gen.Elements("a", "b", "/", "ab").ListOf(5).Select(parts => string.Concat(parts));
        Prop.ForAll(patterns.ToArbitrary(), paths.ToArbitrary(), (pattern, path) =>
        {
            Assert.True(
                Expression(pattern).IsMatch(path) == new IgnorePattern(pattern).Fits(path), $"'{pattern}' and '{path}'");
            return true;
        }).Check(PropertyRuns.Of(5000));
    }

    [Fact]
    public void Fits_PatternThatCouldBeReadInManyWays_EndsAtOnce() =>
        Assert.False(new IgnorePattern(string.Concat(Enumerable.Repeat("*a", 40)) + "b").Fits(new string('a', 2000)));

    private static Regex Expression(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var isAny = pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*';
            var isFolders = isAny && i + 2 < pattern.Length && pattern[i + 2] == '/';
            regex.Append(isFolders ? "(?:.*/)?" : isAny ? ".*" : pattern[i] == '*' ? "[^/]*" : pattern[i] == '?' ? "[^/]" : Regex.Escape(pattern[i].ToString()));
            i += isFolders ? 2 : isAny ? 1 : 0;
        }

        return new Regex(regex.Append("(?:/.*)?$").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
