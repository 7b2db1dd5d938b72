using Landfall.Operations.Images;

namespace Landfall.Operations.Tests.Images;

public sealed class ContentHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContentHashTests()
    {
        _folder.Write("Dockerfile", "FROM scratch\n");
        _folder.Write("app.js", "1");
        _folder.Write("notes.md", "1");
        _folder.Write(".dockerignore", "*.md\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_SameInputs_SameHash() => Assert.Equal(Hash(), Hash());

    [Fact]
    public void Of_IgnoredFileChanged_SameHash()
    {
        var before = Hash();
        _folder.Write("notes.md", "2");

        Assert.Equal(before, Hash());
    }

    [Theory]
    [InlineData(".landfall/dev/deploy.log")]
    [InlineData("shop/.landfall/dev/lock")]
    [InlineData("cdk.out/manifest.json")]
    [InlineData("templates/landfall.stamp")]
    [InlineData("landfall.context.json")]
    public void Of_LandfallsOwnState_SameHash(string file)
    {
        var before = Hash();
        _folder.Write(file, "1");

        Assert.Equal(before, Hash());
    }

    [Fact]
    public void Of_OwnStateLetBackIn_SameHash()
    {
        _folder.Write(".dockerignore", "*\n!*.js\n!.landfall\n");
        var before = Hash();
        _folder.Write(".landfall/a.js", "1");

        Assert.Equal(before, Hash());
    }

    [Fact]
    public void Of_LockedByARun_IsNotRead()
    {
        _folder.Write(".landfall/dev/lock", "");
        using var taken = new FileStream(Path.Combine(_folder.Path, ".landfall", "dev", "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.NotEmpty(Hash());
    }

    [Fact]
    public void Of_IgnoreFileOfTheDockerfile_CountsBeforeThatOfTheContext()
    {
        _folder.Write("Dockerfile.dockerignore", "*.js\n");
        var before = Hash();
        _folder.Write("app.js", "2");

        Assert.Equal(before, Hash());
    }

    [Fact]
    public void Of_FileChanged_OtherHash()
    {
        var before = Hash();
        _folder.Write("app.js", "2");

        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Of_FileRenamed_OtherHash()
    {
        var before = Hash();
        File.Move(Path.Combine(_folder.Path, "app.js"), Path.Combine(_folder.Path, "main.js"));

        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Of_OtherArchitecture_OtherHash() =>
        Assert.NotEqual(Hash(), ContentHash.Of(Build() with { Platform = "linux/amd64" }));

    [Fact]
    public void Of_OtherArgument_OtherHash() =>
        Assert.NotEqual(Hash(), ContentHash.Of(Build() with { Args = new Dictionary<string, string> { ["A"] = "1" } }));

    [Fact]
    public void Of_LinkToNothing_IsHashedAsALink()
    {
        var link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, "nowhere");
        var before = Hash();
        File.Delete(link);
        File.CreateSymbolicLink(link, "elsewhere");

        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Of_LinkToTheFolderAbove_IsNotFollowed()
    {
        var folder = Path.GetDirectoryName(_folder.Write("web/index.js", "1"))!;
        var before = Hash();
        Directory.CreateSymbolicLink(Path.Combine(folder, "loop"), "..");
        var with = Hash();
        File.Delete(Path.Combine(folder, "loop"));

        Assert.NotEqual(before, with);
        Assert.Equal(before, Hash());
    }

    [Fact]
    public void Of_FileInAFolder_IsSeen()
    {
        _folder.Write("web/index.js", "1");
        var before = Hash();
        _folder.Write("web/index.js", "2");

        Assert.NotEqual(before, Hash());
    }

    private string Hash() => ContentHash.Of(Build());

    private ImageBuild Build() => new(
        _folder.Path, Path.Combine(_folder.Path, "Dockerfile"), null, new Dictionary<string, string>(), "linux/arm64");
}
