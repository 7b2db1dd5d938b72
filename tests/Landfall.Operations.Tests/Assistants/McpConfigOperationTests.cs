using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Assistants;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Assistants;

public sealed class McpConfigOperationTests
{
    [Theory]
    [InlineData(nameof(Assistant.Claude), ".mcp.json", """{"mcpServers":{"landfall":{"command":"landfall","args":["mcp","."]}}}""")]
    [InlineData(nameof(Assistant.Kiro), ".kiro/settings/mcp.json", """{"mcpServers":{"landfall":{"command":"landfall","args":["mcp","FOLDER"]}}}""")]
    [InlineData(nameof(Assistant.Vscode), ".vscode/mcp.json", """{"servers":{"landfall":{"type":"stdio","command":"landfall","args":["mcp","${workspaceFolder}"]}}}""")]
    public async Task RunAsync_WithoutAFile_WritesTheOneOfTheProgram(string client, string file, string expected)
    {
        using var folder = new TemporaryFolder();

        var configured = await RunAsync(Enum.Parse<Assistant>(client), folder.Path);

        Assert.Equal((Path.Combine(folder.Path, file), true), (configured.File, configured.Changed));
        Assert.Equal(configured.Text, await File.ReadAllTextAsync(configured.File, TestContext.Current.CancellationToken));
        Assert.Equal(expected.Replace("FOLDER", folder.Path, StringComparison.Ordinal), JsonNode.Parse(configured.Text)!.ToJsonString());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(configured.File)!));
    }

    [Fact]
    public async Task RunAsync_FileOfOthers_KeepsWhatIsThereAndWhatAPersonHasAddedToOurs()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, ".mcp.json");
        await File.WriteAllTextAsync(
            file, """{"mcpServers":{"other":{"command":"x","args":["ü"]},"landfall":{"command":"old","env":{"AWS_PROFILE":"shop"}}},"more":[1]}""", TestContext.Current.CancellationToken);

        var first = await RunAsync(Assistant.Claude, folder.Path, write: true, sensitive: true);
        var again = await RunAsync(Assistant.Claude, folder.Path, write: true, sensitive: true);

        Assert.Equal("""
            {
              "mcpServers": {
                "other": {
                  "command": "x",
                  "args": [
                    "ü"
                  ]
                },
                "landfall": {
                  "command": "landfall",
                  "env": {
                    "AWS_PROFILE": "shop"
                  },
                  "args": [
                    "mcp",
                    ".",
                    "--allow-write",
                    "--allow-sensitive-data-access"
                  ]
                }
              },
              "more": [
                1
              ]
            }

            """, first.Text);
        Assert.True(first.Changed);
        Assert.False(again.Changed);
        Assert.Equal(first.Text, again.Text);
    }

    [Fact]
    public async Task RunAsync_DryRun_WritesNothing()
    {
        using var folder = new TemporaryFolder();

        var configured = await RunAsync(Assistant.Vscode, folder.Path, dryRun: true);

        Assert.Equal((false, true), (configured.Changed, configured.DryRun));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("// mine\n{}", "has comments")]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no table")]
    [InlineData("""{"servers":[]}""", "its 'servers' is no table")]
    [InlineData("""{"servers":{"landfall":1}}""", "its 'servers.landfall' is no table")]
    [InlineData("""{"servers":{},"servers":{}}""", "no JSON")]
    public async Task RunAsync_FileThatWouldLoseSomething_IsLeftAloneAndTheEntryShown(string held, string why)
    {
        using var folder = new TemporaryFolder();
        var file = Directory.CreateDirectory(Path.Combine(folder.Path, ".vscode")).FullName + "/mcp.json";
        await File.WriteAllTextAsync(file, held, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(Assistant.Vscode, folder.Path));

        Assert.Equal(ErrorCodes.McpClientFile, error.Code);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("\"command\": \"landfall\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(held, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_FolderThatIsNot_SaysSo() =>
        Assert.Equal(ErrorCodes.McpClientFile, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(Assistant.Claude, "/no/such"))).Code);

    private static Task<McpConfigured> RunAsync(Assistant client, string folder, bool write = false, bool sensitive = false, bool dryRun = false) =>
        new McpConfigOperation().RunAsync(
            new McpConfigParameters(client, folder, write, sensitive, dryRun), Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken));
}
