using Landfall.Operations.Init;

namespace Landfall.Operations.Tests.Init;

public sealed class ProjectDetectorTests
{
    [Theory]
    [InlineData("Shop.csproj", ProjectKind.Dotnet)]
    [InlineData("package.json", ProjectKind.Node)]
    [InlineData("requirements.txt", ProjectKind.Python)]
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

        Assert.Equal(expected, ProjectDetector.Entry(folder.Path, ProjectKind.Node));
    }

    [Theory]
    [InlineData("/code/My Shop!", "my-shop")]
    [InlineData("/code/2048-game", "game")]
    [InlineData("/code/my  shop--2", "my-shop-2")]
    [InlineData("/code/___", "app")]
    [InlineData("/code/a-very-long-name-of-a-folder", "a-very-long-name-of")]
    public void Name_Folder_IsAName(string folder, string expected) => Assert.Equal(expected, ProjectDetector.Name(folder));
}
