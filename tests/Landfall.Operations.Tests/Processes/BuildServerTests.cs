using Landfall.Operations.Processes;

namespace Landfall.Operations.Tests.Processes;

public class BuildServerTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    public void IsHere_Variable_CountsWhereItIsSet(string? value, bool expected) =>
        Assert.Equal(expected, BuildServer.IsHere(name => name == "CI" ? value : null));
}
