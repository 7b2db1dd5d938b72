namespace Landfall.Operations.Tests;

public sealed class InTheWayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OfFile_AFolderThere_GoesWithAllThatIsInIt()
    {
        _folder.Write("lock/below/a", "1");

        File.WriteAllText(InTheWay.OfFile(Path.Combine(_folder.Path, "lock")), "");

        Assert.True(File.Exists(Path.Combine(_folder.Path, "lock")));
    }

    [Fact]
    public void OfFile_AFileThere_Stays()
    {
        _folder.Write("state", "1");

        Assert.Equal("1", File.ReadAllText(InTheWay.OfFile(Path.Combine(_folder.Path, "state"))));
    }

    [Fact]
    public void OfFolder_AFileThere_Goes()
    {
        _folder.Write("dev", "1");

        Assert.True(Directory.Exists(InTheWay.OfFolder(Path.Combine(_folder.Path, "dev"))));
    }

    [Fact]
    public void OfFolder_AFolderThere_StaysWithAllThatIsInIt()
    {
        _folder.Write("dev/lock", "1");

        InTheWay.OfFolder(Path.Combine(_folder.Path, "dev"));

        Assert.True(File.Exists(Path.Combine(_folder.Path, "dev", "lock")));
    }
}
