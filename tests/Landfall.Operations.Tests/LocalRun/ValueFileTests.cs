using Landfall.Config;
using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class ValueFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Lines_AreValues()
    {
        var file = _folder.Write(".env", "# mine\n\nPLAIN=a b=c\nexport SINGLE='it $is'\nDOUBLE=\"a\\nb \\\"c\\\"\"\nEMPTY=\n");

        Assert.Equal(
            new Dictionary<string, string> { ["PLAIN"] = "a b=c", ["SINGLE"] = "it $is", ["DOUBLE"] = "a\nb \"c\"", ["EMPTY"] = "" },
            ValueFile.Read(file));
    }

    [Fact]
    public void Read_LineThatIsNone_IsNamedButNotShown()
    {
        var refused = Assert.Throws<LandfallException>(() => ValueFile.Read(_folder.Write(".env", "A=1\nhunter2\n")));

        Assert.Equal("LF5496", refused.Code);
        Assert.Contains(".env:2:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_SaysWhichOption() =>
        Assert.Contains("--env-file", Assert.Throws<LandfallException>(() => ValueFile.Read(Path.Combine(_folder.Path, "none"))).Message, StringComparison.Ordinal);
}
