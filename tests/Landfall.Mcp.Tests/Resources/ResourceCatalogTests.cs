using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tests.Resources;

public sealed class ResourceCatalogTests
{
    private const string Yaml = """
        app: shop
        region: us-east-1
        environments: { dev: { account: "111111111111" }, prod: { account: "111111111111" } }
        services:
          api: { type: internal, image: nginx:1, port: 8080, env: { TOKEN: tell-nobody } }
        """;

    [Fact]
    public async Task List_OfAProject_HasEachEnvironmentAndTheRunbooks()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Yaml);

        var uris = (await connection.Client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(resource => resource.Uri).ToList();

        Assert.Equal(["landfall://plan/dev", "landfall://topology/dev", "landfall://plan/prod", "landfall://topology/prod"], uris.Take(4));
        Assert.Contains("landfall://runbook/crashes", uris);
    }

    [Fact]
    public async Task List_OfAFileWithProblems_HasTheRunbooksAlone()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, "app: [");

        var resources = await connection.Client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEmpty(resources);
        Assert.All(resources, resource => Assert.StartsWith("landfall://runbook/", resource.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_Plan_HidesWhatVariablesHold()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Yaml);

        var text = await ReadAsync(connection, "landfall://plan/prod");

        Assert.Equal("prod", JsonDocument.Parse(text).RootElement.GetProperty("environment").GetString());
        Assert.Contains("\"TOKEN\":\"(hidden)\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tell-nobody", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Topology_HasTheNodes()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Yaml);

        Assert.Contains("api", JsonDocument.Parse(await ReadAsync(connection, "landfall://topology/dev")).RootElement.GetProperty("nodes").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Runbook_IsTheOneOfTheDocumentation()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Yaml);

        var text = await ReadAsync(connection, "landfall://runbook/crashes");

        Assert.StartsWith("# Crashes\n", text, StringComparison.Ordinal);
        Assert.Contains("- Out of memory: raise `memory`", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("landfall://plan")]
    [InlineData("landfall://runbook/none")]
    [InlineData("landfall://template/dev")]
    [InlineData("file:///etc/passwd")]
    public async Task Read_OfNone_IsAProtocolError(string uri)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Yaml);

        Assert.Equal(McpErrorCode.InvalidParams, (await Assert.ThrowsAsync<McpProtocolException>(() => ReadAsync(connection, uri))).ErrorCode);
    }

    [Fact]
    public async Task Read_EnvironmentThatIsNot_NamesThoseThatAre()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Yaml);

        var error = await Assert.ThrowsAnyAsync<McpException>(() => ReadAsync(connection, "landfall://plan/test"));

        Assert.Contains("prod", error.Message, StringComparison.Ordinal);
    }

    private static Task<Connection> OpenAsync(TemporaryFolder folder, string yaml)
    {
        File.WriteAllText(Path.Combine(folder.Path, "landfall.yaml"), yaml);
        return Connection.OpenAsync(Connection.Settings(folder.Path));
    }

    private static async Task<string> ReadAsync(Connection connection, string uri) =>
        ((TextResourceContents)(await connection.Client.ReadResourceAsync(uri, cancellationToken: TestContext.Current.CancellationToken)).Contents.Single()).Text;
}
