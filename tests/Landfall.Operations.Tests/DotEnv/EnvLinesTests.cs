using Landfall.Operations.DotEnv;

namespace Landfall.Operations.Tests.DotEnv;

public sealed class EnvLinesTests
{
    [Theory]
    [InlineData("plain-1.2/3:4", "A=plain-1.2/3:4")]
    [InlineData("", "A=")]
    [InlineData("two words", "A='two words'")]
    [InlineData("a#b", "A='a#b'")]
    [InlineData("$HOME \"x\" \\", "A='$HOME \"x\" \\'")]
    [InlineData("it's $5 \"a\\b\"", "A=\"it's \\$5 \\\"a\\\\b\\\"\"")]
    [InlineData("a\nb", "A=\"a\\nb\"")]
    public void Line_AnyValue_IsReadAsThatValue(string value, string line) => Assert.Equal(line, EnvLines.Line("A", value));

    [Fact]
    public void Merge_FileThatIsThere_KeepsWhatIsNotTheServices() => Assert.Equal(
        "# mine\nMINE=1\nB=2\nexport_=x\nA=1\n",
        EnvLines.Merge("# mine\nMINE=1\nexport B = old\nexport_=x\n", new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" }));

    [Fact]
    public void Merge_Twice_ChangesNothing()
    {
        var variables = new Dictionary<string, string> { ["B"] = "x y", ["A"] = "1" };
        var once = EnvLines.Merge("", variables);

        Assert.Equal("A=1\nB='x y'\n", once);
        Assert.Equal(once, EnvLines.Merge(once, variables));
    }
}
