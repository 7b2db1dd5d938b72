using Landfall.Constructs.Hosting;

namespace Landfall.Constructs.Tests.Hosting;

public sealed class HostArgumentsTests
{
    [Fact]
    public void Parse_Everything_IsRead()
    {
        var arguments = HostArguments.Parse(["--plan", "p.json", "--nag", "--project", "dir", "--output", "out", "--validate"]);

        Assert.Equal("p.json", arguments.Plan);
        Assert.Equal(new SynthOptions("out", "dir", Nag: true, Validate: true), arguments.Options);
    }

    [Theory]
    [InlineData("'--plan' is missing", "--project", "dir", "--output", "out")]
    [InlineData("'--output' is missing", "--plan", "p", "--project", "dir")]
    [InlineData("'--plann' is not an option", "--plann", "p")]
    [InlineData("'--output' is not an option or lacks its value", "--plan", "p", "--output")]
    public void Parse_Mistake_IsNamed(string expected, params string[] args)
    {
        var failure = Assert.Throws<FormatException>(() => HostArguments.Parse(args));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
