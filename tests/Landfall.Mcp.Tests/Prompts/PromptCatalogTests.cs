using System.Text.RegularExpressions;
using Landfall.Mcp.Prompts;
using Landfall.Mcp.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tests.Prompts;

public sealed partial class PromptCatalogTests
{
    public static TheoryData<string> Names => [.. PromptCatalog.All.Select(prompt => prompt.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_OfEachPrompt_NamesToolsThatThereAre(string name)
    {
        var tools = new ToolList(Connection.Settings(GoldenFile.Repository, write: true, sensitive: true)).All.Select(tool => tool.Name).ToHashSet();
        using var folder = new TemporaryFolder();
        await using var connection = await Connection.OpenAsync(Connection.Settings(folder.Path));

        var prompt = await connection.Client.GetPromptAsync(
            name, new Dictionary<string, object?> { ["environment"] = "prod", ["service"] = "api" }, cancellationToken: TestContext.Current.CancellationToken);

        var text = ((TextContentBlock)prompt.Messages.Single().Content).Text;
        Assert.Contains("'prod'", text, StringComparison.Ordinal);
        var named = Tool().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tools));
    }

    [Theory]
    [InlineData("investigate", "environment", "prod")]
    [InlineData("cut_cost", "service", "api")]
    [InlineData("dance", "environment", "prod")]
    public async Task Get_WithoutWhatItNeeds_IsAProtocolError(string name, string argument, string value)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await Connection.OpenAsync(Connection.Settings(folder.Path));

        var error = await Assert.ThrowsAsync<McpProtocolException>(async () =>
            await connection.Client.GetPromptAsync(name, new Dictionary<string, object?> { [argument] = value }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(McpErrorCode.InvalidParams, error.ErrorCode);
    }

    [GeneratedRegex("`([a-z_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Tool();
}
