using Landfall.Config.Loading;

namespace Landfall.Config.Tests.Loading;

public sealed class ConfigFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("landfall.yaml")]
    [InlineData("landfall.yml")]
    [InlineData("landfall.json")]
    public void Find_OneFile_GivesItsPath(string name)
    {
        File.WriteAllText(Path.Combine(_folder, name), "");

        Assert.Equal(Path.Combine(_folder, name), ConfigFile.Find(_folder));
    }

    [Fact]
    public void Find_SeveralFiles_NamesThem()
    {
        File.WriteAllText(Path.Combine(_folder, "landfall.yaml"), "");
        File.WriteAllText(Path.Combine(_folder, "landfall.json"), "");

        var exception = Assert.Throws<LandfallException>(() => ConfigFile.Find(_folder));

        Assert.Equal(ErrorCodes.FileAmbiguous, exception.Code);
        Assert.Contains("landfall.yaml and landfall.json", exception.Message);
    }

    [Fact]
    public void Find_NoFile_SaysWhatToDo()
    {
        var exception = Assert.Throws<LandfallException>(() => ConfigFile.Find(_folder));

        Assert.Equal(ErrorCodes.FileMissing, exception.Code);
        Assert.Contains("landfall init", exception.Message);
    }

    [Fact]
    public void Find_NoFolder_SaysSo() =>
        Assert.Equal(ErrorCodes.FileMissing, Assert.Throws<LandfallException>(() => ConfigFile.Find(Path.Combine(_folder, "x"))).Code);
}
