using Landfall.Operations.Images;

namespace Landfall.Operations.Tests.Images;

public sealed class DockerIgnoreTests
{
    [Theory]
    [InlineData("node_modules", "node_modules/a/b.js", true)]
    [InlineData("node_modules", "web/node_modules/a.js", false)]
    [InlineData("**/node_modules", "web/node_modules/a.js", true)]
    [InlineData("**/node_modules", "node_modules/a.js", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "docs/README.md", true)]
    [InlineData("temp?", "temp1", true)]
    [InlineData("temp?", "temp12", false)]
    [InlineData("/build/", "build/a", true)]
    [InlineData("a.c", "abc", false)]
    public void Ignores_Pattern_FollowsDockersRules(string pattern, string path, bool expected) =>
        Assert.Equal(expected, DockerIgnore.Parse([pattern]).Ignores(path));

    [Theory]
    [InlineData("**/node_modules", "web/node_modules", true)]
    [InlineData("*.md", "docs", false)]
    [InlineData("docs\n!docs/keep.md", "docs", false)]
    public void IgnoresAllOf_Folder_OnlyWithoutExceptions(string lines, string folder, bool expected) =>
        Assert.Equal(expected, DockerIgnore.Parse(lines.Split('\n')).IgnoresAllOf(folder));

    [Fact]
    public void Ignores_ExceptionAfterPattern_LetsTheFileIn()
    {
        var ignore = DockerIgnore.Parse(["# documents", "", "*.md", "!README.md"]);

        Assert.True(ignore.Ignores("CHANGES.md"));
        Assert.False(ignore.Ignores("README.md"));
    }
}
