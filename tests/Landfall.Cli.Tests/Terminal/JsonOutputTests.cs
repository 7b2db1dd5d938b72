using System.Text.Json;
using Landfall.Cli.Terminal;
using Landfall.Operations;

namespace Landfall.Cli.Tests.Terminal;

public class JsonOutputTests
{
    public static TheoryData<string> Operations => [.. OperationRegistry.Own.All.Select(operation => operation.Name)];

    // A property that is both required and left out, for one, shows only when a result is written: after the deed.
    [Theory]
    [MemberData(nameof(Operations))]
    public void Options_ResultOfAnOperation_CanBeWritten(string name)
    {
        var result = OperationRegistry.Own.All.Single(operation => operation.Name == name).Result;

        Assert.Equal("null", JsonSerializer.Serialize((object?)null, result, JsonOutput.Options));
    }
}
