using Landfall.Cli.Terminal;
using Landfall.Config;

namespace Landfall.Cli.Tests.Terminal;

public sealed class SecretInputTests
{
    [Theory]
    [InlineData("hunter2\n", "hunter2")]
    [InlineData("a=b\r\nc\n\n", "a=b\r\nc\n")]
    [InlineData("", "")]
    public void Read_OneVariable_IsAllOfTheInput(string input, string value) =>
        Assert.Equal(value, Assert.Single(SecretInput.Read(["KEY"], input)).Value);

    [Fact]
    public void Read_SeveralVariables_AreALineEach()
    {
        var values = SecretInput.Read(["A", "B", "C"], "B=1=2\r\n\nA= x\n");

        Assert.Equal((" x", "1=2", ""), (values["A"], values["B"], values["C"]));
    }

    [Theory]
    [InlineData("A=1\nhunter2\n")]
    [InlineData("A=1\nD=hunter2\n")]
    public void Read_LineThatIsNone_IsRefusedWithoutItsText(string input)
    {
        var error = Assert.Throws<LandfallException>(() => SecretInput.Read(["A", "B"], input));

        Assert.Equal("Line 2 of standard input is not NAME=value with a name of '--secret-var': A, B.", error.Message);
    }
}
