using Landfall.Config.Loading;

namespace Landfall.Config.Tests.Loading;

public sealed class ConfigFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("landfall-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("landfall.yaml")]
    [InlineData("landfall.yml")]
    [InlineData("landfall.json")]
    public void Find_OneFile_GivesItsPath(string name)
    {
        File.WriteAllText(Path.Combine(folder, name), "");

        Assert.Equal(Path.Combine(folder, name), ConfigFile.Find(folder));
    }

    [Fact]
    public void Find_SeveralFiles_NamesThem()
    {
        File.WriteAllText(Path.Combine(folder, "landfall.yaml"), "");
        File.WriteAllText(Path.Combine(folder, "landfall.json"), "");

        var exception = Assert.Throws<LandfallException>(() => ConfigFile.Find(folder));

        Assert.Equal(ErrorCodes.FileAmbiguous, exception.Code);
        Assert.Contains("landfall.yaml and landfall.json", exception.Message);
    }

    [Fact]
    public void Find_NoFile_SaysWhatToDo()
    {
        var exception = Assert.Throws<LandfallException>(() => ConfigFile.Find(folder));

        Assert.Equal(ErrorCodes.FileMissing, exception.Code);
        Assert.Contains("landfall init", exception.Message);
    }

    [Fact]
    public void Find_NoFolder_SaysSo() =>
        Assert.Equal(ErrorCodes.FileMissing, Assert.Throws<LandfallException>(() => ConfigFile.Find(Path.Combine(folder, "x"))).Code);
}
