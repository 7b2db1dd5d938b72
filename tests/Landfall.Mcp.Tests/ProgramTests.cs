using System.Diagnostics;
using ModelContextProtocol.Client;

namespace Landfall.Mcp.Tests;

/// <summary>The program itself, as a client starts it.</summary>
public sealed class ProgramTests
{
    private static readonly string[] Command =
        ["exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "landfall.runtimeconfig.json"), Path.Combine(AppContext.BaseDirectory, "landfall.dll"), "mcp"];

    private static readonly string Shop = Path.Combine(GoldenFile.Repository, "samples", "shop");

    [Fact]
    public async Task Mcp_OfficialClient_ListsReadsAndIsRefused()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions { Command = "dotnet", Arguments = [.. Command, Shop] }), cancellationToken: cancellation);

        var tools = await client.ListToolsAsync(cancellationToken: cancellation);
        var graph = await client.CallToolAsync("graph", new Dictionary<string, object?> { ["format"] = "mermaid" }, cancellationToken: cancellation);
        var refused = await client.CallToolAsync("deploy", new Dictionary<string, object?>(), cancellationToken: cancellation);

        Assert.Equal("landfall", client.ServerInfo?.Name);
        Assert.Contains(tools, tool => tool.Name == "status");
        Assert.DoesNotContain(tools, tool => tool.Name is "deploy" or "logs" or "shell");
        Assert.Equal("shop", graph.StructuredContent!.Value.GetProperty("app").GetString());
        Assert.Equal("LF6000", refused.ErrorCode());
    }

    [Fact]
    public async Task Mcp_InputEnds_EndsWithNothingButTheProtocolWritten()
    {
        var info = new ProcessStartInfo("dotnet", [.. Command, Shop]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(info)!;
        await program.StandardInput.WriteLineAsync("this is no message");
        program.StandardInput.Close();
        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, program.ExitCode);
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mcp_FolderThatIsNot_SaysSo()
    {
        var info = new ProcessStartInfo("dotnet", [.. Command, "/no/such"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(info)!;
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("LF6006 '/no/such' is no folder.", error, StringComparison.Ordinal);
    }
}
