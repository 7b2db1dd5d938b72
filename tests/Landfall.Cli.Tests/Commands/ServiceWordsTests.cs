using System.CommandLine;
using Landfall.Cli.Commands;
using Landfall.Config;

namespace Landfall.Cli.Tests.Commands;

public sealed class ServiceWordsTests
{
    [Theory]
    [InlineData("", ".", "")]
    [InlineData("api", ".", "api")]
    [InlineData("api worker ./shop", "./shop", "api worker")]
    [InlineData("./shop", "./shop", "")]
    [InlineData("..", "..", "")]
    [InlineData("/srv/shop api", "/srv/shop", "api")]
    [InlineData(@"C:\shop", @"C:\shop", "")]
    public void Read_Words_AreServicesAndAFolder(string line, string folder, string services)
    {
        var (found, names) = Words.Read(Parse(line));

        Assert.Equal((folder, services), (found, string.Join(' ', names)));
    }

    [Theory]
    [InlineData("./a ./b", "'./b' is a second folder: one command looks at one project.")]
    [InlineData("api --lcal", "'--lcal' is not an option of this command.")]
    public void Read_WordsThatFitNowhere_AreRefused(string line, string error) => Assert.Equal(error, Assert.Single(Parse(line).Errors).Message);

    // The folder of the tests is in no project; it gets one below it.
    [Fact]
    public void Read_FolderWithoutASlashWhereNoProjectIs_SaysHowFoldersAreWritten()
    {
        var name = $"project{Environment.ProcessId}";
        Directory.CreateDirectory(name);
        try
        {
            File.WriteAllText(Path.Combine(name, "landfall.yaml"), "app: shop\n");

            var refused = Assert.Throws<LandfallException>(() => Words.Read(Parse($"api {name}")));

            Assert.Equal(ErrorCodes.FileMissing, refused.Code);
            Assert.Contains($"'./{name}'", refused.Message, StringComparison.Ordinal);
            Assert.Equal(["api"], Words.Read(Parse("api")).Services);
        }
        finally
        {
            Directory.Delete(name, recursive: true);
        }
    }

    private static readonly ServiceWords Words = new();

    private static readonly Command Command = new("status") { Words.Services, Words.Folder };

    private static ParseResult Parse(string line) => Command.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
