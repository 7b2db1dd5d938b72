using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class LocalHealthTests
{
    [Theory]
    [InlineData("200", 200, true)]
    [InlineData("200", 204, false)]
    [InlineData("200-299", 299, true)]
    [InlineData("200-299", 300, false)]
    [InlineData("200,301", 301, true)]
    [InlineData("", 404, true)]
    public void Takes_Code_IsOneOfTheFiles(string codes, int code, bool taken) => Assert.Equal(taken, new LocalHealth("/", codes).Takes(code));
}
