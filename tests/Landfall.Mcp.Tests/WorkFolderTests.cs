using Landfall.Config;

namespace Landfall.Mcp.Tests;

public sealed class WorkFolderTests
{
    [Theory]
    [InlineData("a.json")]
    [InlineData("deep/er/a.json")]
    [InlineData("deep/../a.json")]
    [InlineData(".")]
    [InlineData("..a")]
    public void Find_InTheFolder_GivesTheWholePath(string value)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(Path.GetFullPath(Path.Combine(folder.Path, value)), new WorkFolder(folder.Path).Find("file", value));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../a.json")]
    [InlineData("deep/../../a.json")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("a\0.json")]
    public void Find_Outside_IsRefused(string value)
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<LandfallException>(() => new WorkFolder(folder.Path).Find("file", value));

        Assert.Equal(ErrorCodes.McpOutside, error.Code);
        Assert.StartsWith("'file' names '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FolderWhoseNameOnlyBeginsAlike_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "shop"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "shop-secrets"));

        Assert.Throws<LandfallException>(() => new WorkFolder(Path.Combine(folder.Path, "shop")).Find("file", "../shop-secrets/a"));
    }

    [Fact]
    public void Find_LinkThatLeadsOutside_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "link"), other.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "dangling"), Path.Combine(other.Path, "new"));

        Assert.Throws<LandfallException>(() => new WorkFolder(folder.Path).Find("file", "link/a.json"));
        Assert.Throws<LandfallException>(() => new WorkFolder(folder.Path).Find("file", "dangling"));
    }

    [Fact]
    public void Find_LinkInTheFolder_IsTaken()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "real"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "link"), "real");

        Assert.Equal(Path.Combine(folder.Path, "link", "a"), new WorkFolder(folder.Path).Find("file", "link/a"));
    }

    [Fact]
    public void Find_FolderThatIsALinkItself_TakesWhatIsInIt()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "real"));
        var link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, Path.Combine(folder.Path, "real"));

        Assert.Equal(Path.Combine(link, "a"), new WorkFolder(link).Find("file", "a"));
    }

    [Fact]
    public void Find_LinkToItself_IsRefused()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "loop"), Path.Combine(folder.Path, "loop"));

        Assert.Equal(ErrorCodes.McpOutside, Assert.Throws<LandfallException>(() => new WorkFolder(folder.Path).Find("file", "loop")).Code);
    }
}
