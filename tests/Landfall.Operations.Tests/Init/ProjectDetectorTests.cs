using Landfall.Operations.Init;
using Landfall.Operations.Init.Stacks;

namespace Landfall.Operations.Tests.Init;

public sealed class ProjectDetectorTests
{
    [Theory]
    [InlineData("Shop.csproj", ProjectKind.Dotnet)]
    [InlineData("package.json", ProjectKind.Node)]
    [InlineData("requirements.txt", ProjectKind.Python)]
    [InlineData("pyproject.toml", ProjectKind.Python)]
    [InlineData("go.mod", ProjectKind.Go)]
    [InlineData("pom.xml", ProjectKind.Java)]
    [InlineData("build.gradle.kts", ProjectKind.Java)]
    [InlineData("Gemfile", ProjectKind.Ruby)]
    [InlineData("Dockerfile", ProjectKind.Docker)]
    [InlineData("index.html", ProjectKind.Static)]
    internal void Detect_TellingFile_FindsTheKind(string file, ProjectKind expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, "{}");

        Assert.Equal(expected, ProjectDetector.Detect(folder.Path));
    }

    [Fact]
    public void Detect_EmptyFolder_IsUnknown()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(ProjectDetector.Detect(folder.Path));
    }

    [Theory]
    [InlineData("""{ "main": "start.js" }""", "start.js")]
    [InlineData("""{ "main": ["start.js"] }""", "server.mjs")]
    [InlineData("""["main"]""", "server.mjs")]
    [InlineData("not JSON", "server.mjs")]
    public void Entry_Package_IsItsMainFileWhereItNamesOne(string package, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("package.json", package);

        Assert.Equal(expected, new NodePackage(folder.Path).Entry);
    }

    [Fact]
    public void Below_Repository_FindsItsServices()
    {
        using var folder = new TemporaryFolder();
        folder.Write("services/api/package.json", "{}");
        folder.Write("services/api/node_modules/x/package.json", "{}");
        folder.Write("worker/requirements.txt", "");
        folder.Write("docs/index.html", "");

        Assert.Equal([("services/api", ProjectKind.Node), ("worker", ProjectKind.Python)], ProjectDetector.Below(folder.Path));
    }

    [Theory]
    [InlineData("/code/My Shop!", "my-shop")]
    [InlineData("/code/2048-game", "game")]
    [InlineData("/code/my  shop--2", "my-shop-2")]
    [InlineData("/code/___", "app")]
    [InlineData("/code/a-very-long-name-of-a-folder", "a-very-long-name-of")]
    public void Name_Folder_IsAName(string folder, string expected) => Assert.Equal(expected, ProjectDetector.Name(folder));
}
