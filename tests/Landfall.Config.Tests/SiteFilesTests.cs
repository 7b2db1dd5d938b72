namespace Landfall.Config.Tests;

public sealed class SiteFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SiteFilesTests()
    {
        _folder.Write("index.html", "");
        _folder.Write("assets/app.js", "");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".landfall/dev/lock")]
    [InlineData(".git/HEAD")]
    [InlineData("node_modules/a/index.js")]
    [InlineData("assets/node_modules/a/index.js")]
    [InlineData("cdk.out/manifest.json")]
    [InlineData("landfall.yaml")]
    [InlineData("landfall.context.json")]
    public void In_FolderOfAProject_HasTheSiteAlone(string other)
    {
        _folder.Write(other, "");

        Assert.Equal(["assets/app.js", "index.html"], In());
    }

    [Fact]
    public void In_TemplatesOfAnyName_AreNoneOfIt()
    {
        _folder.Write("assets/templates/landfall.stamp", "");
        _folder.Write("assets/templates/shop.template.json", "");

        Assert.Equal(["assets/app.js", "index.html"], In());
        Assert.Contains("assets/templates", SiteFiles.Excluded(_folder.Path));
    }

    [Fact]
    public void In_NoFolder_IsNone() => Assert.Empty(SiteFiles.In(Path.Combine(_folder.Path, "dist")));

    private IEnumerable<string> In() => SiteFiles.In(_folder.Path).Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/'));
}
