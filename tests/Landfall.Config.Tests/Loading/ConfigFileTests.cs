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
    public void Find_FileIsAbove_GivesIt()
    {
        File.WriteAllText(Path.Combine(_folder, "landfall.yaml"), "");
        var below = Below("services/api");

        Assert.Equal(Path.Combine(_folder, "landfall.yaml"), ConfigFile.Find(below));
    }

    [Fact]
    public void Find_FileIsAboveRelativeFolder_GivesRelativePath()
    {
        File.WriteAllText(Path.Combine(_folder, "landfall.yaml"), "");

        var found = ConfigFile.Find(Path.GetRelativePath(".", Below("services/api")));

        Assert.False(Path.IsPathRooted(found));
        Assert.Equal(Path.Combine(_folder, "landfall.yaml"), Path.GetFullPath(found));
    }

    [Fact]
    public void Find_FilesAboveAreSeveral_NearestIsTaken()
    {
        File.WriteAllText(Path.Combine(_folder, "landfall.yaml"), "");
        var below = Below("services/api");
        File.WriteAllText(Path.Combine(_folder, "services", "landfall.yml"), "");

        Assert.Equal(Path.Combine(_folder, "services", "landfall.yml"), ConfigFile.Find(below));
    }

    [Fact]
    public void Find_FileIsOutsideTheRepository_IsNotTaken()
    {
        File.WriteAllText(Path.Combine(_folder, "landfall.yaml"), "");
        var below = Below("repository/api");
        Directory.CreateDirectory(Path.Combine(_folder, "repository", ".git"));

        Assert.Equal(ErrorCodes.FileMissing, Assert.Throws<LandfallException>(() => ConfigFile.Find(below)).Code);
    }

    [Fact]
    public void Find_FileIsInFolderThatEverybodyWritesTo_IsNotTaken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        File.WriteAllText(Path.Combine(_folder, "landfall.yaml"), "");
        var below = Below("api");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherWrite);

        Assert.Equal(ErrorCodes.FileMissing, Assert.Throws<LandfallException>(() => ConfigFile.Find(below)).Code);
    }

    [Fact]
    public void Find_NoFolder_SaysSo() =>
        Assert.Equal(ErrorCodes.FileMissing, Assert.Throws<LandfallException>(() => ConfigFile.Find(Path.Combine(_folder, "x"))).Code);

    private string Below(string path) => Directory.CreateDirectory(Path.Combine(_folder, path)).FullName;

    [Fact]
    public void FindAbove_FolderThatIsNotThereYet_FindsTheProjectAround()
    {
        File.WriteAllText(Path.Combine(_folder, "landfall.yml"), "");

        Assert.Equal(Path.Combine(_folder, "landfall.yml"), ConfigFile.FindAbove(Path.Combine(_folder, "new", "deep")));
    }
}
