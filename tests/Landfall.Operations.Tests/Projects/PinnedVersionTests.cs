using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Projects;

public sealed class PinnedVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".config/dotnet-tools.json")]
    [InlineData("dotnet-tools.json")]
    public void Require_AnotherVersion_NamesBothAndTheRemedy(string manifest)
    {
        Pin(manifest, "0.0.1");

        var error = Assert.Throws<LandfallException>(() => PinnedVersion.Require(Below("services/api")));

        Assert.Equal(ErrorCodes.VersionPinned, error.Code);
        Assert.Contains($"pins landfall 0.0.1, but this is landfall {LandfallVersion.Current}. Run 'dotnet tool restore'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'dotnet tool update landfall --version {LandfallVersion.Current}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_ThisVersion_IsFine()
    {
        Pin(".config/dotnet-tools.json", LandfallVersion.Current);

        PinnedVersion.Require(_folder.Path);
    }

    [Theory]
    [InlineData("{ \"isRoot\": true, \"tools\": {} }")]
    [InlineData("{ \"version\": 1, \"isRoot\": true, \"tools\": { \"dotnet-ef\": { \"version\": \"10.0.0\" } } }")]
    public void Require_ManifestEndsTheSearch_LooksNoFurther(string manifest)
    {
        Pin(".config/dotnet-tools.json", "0.0.1");
        _folder.Write("shop/.config/dotnet-tools.json", manifest);

        PinnedVersion.Require(Below("shop"));
    }

    [Fact]
    public void Require_OtherToolsBelow_FindsTheOneAbove()
    {
        Pin(".config/dotnet-tools.json", "0.0.1");
        _folder.Write("shop/.config/dotnet-tools.json", "{ \"version\": 1, \"tools\": { \"dotnet-ef\": { \"version\": \"10.0.0\" } } }");

        Assert.Throws<LandfallException>(() => PinnedVersion.Require(Below("shop")));
    }

    [Fact]
    public void Require_PinnedAboveTheRepository_IsNotOfThisOne()
    {
        Pin(".config/dotnet-tools.json", "0.0.1");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "repository", ".git"));

        PinnedVersion.Require(Below("repository/shop"));
    }

    [Fact]
    public void Require_ManifestIsNoJson_IsLeftToTheDotnetCli()
    {
        _folder.Write(".config/dotnet-tools.json", "{ tools:");

        PinnedVersion.Require(_folder.Path);
    }

    [Fact]
    public void LoadFile_AnotherVersion_IsRefused()
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nservices: {}\n");
        Pin(".config/dotnet-tools.json", "0.0.1");

        Assert.Equal(ErrorCodes.VersionPinned, Assert.Throws<LandfallException>(() => ProjectLoader.LoadFile(_folder.Path)).Code);
    }

    private void Pin(string manifest, string version) =>
        _folder.Write(manifest, $"{{ \"version\": 1, \"isRoot\": false, \"tools\": {{ \"landfall\": {{ \"version\": \"{version}\", \"commands\": [\"landfall\"] }} }} }}");

    private string Below(string path) => Directory.CreateDirectory(Path.Combine(_folder.Path, path)).FullName;
}
