using System.Text.Json;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;

namespace Landfall.Cli.Tests.Terminal;

public class JsonOutputTests
{
    public static TheoryData<string> Operations => [.. OfferedOperations.All.All.Select(operation => operation.Name)];

    // A property that is both required and left out, for one, shows only when a result is written: after the deed.
    [Theory]
    [MemberData(nameof(Operations))]
    public void Options_ResultOfAnOperation_CanBeWritten(string name)
    {
        var result = OfferedOperations.All.All.Single(operation => operation.Name == name).Result;

        Assert.Equal("null", JsonSerializer.Serialize((object?)null, result, JsonOutput.Options));
    }
}
