using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Mcp.Tools;
using Landfall.Operations;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tests.Tools;

public sealed class ToolListTests
{
    private static readonly JsonSerializerOptions Indented = new(ResultJson.Options) { IndentSize = 1 };

    [Fact]
    public void All_WithEverythingAllowed_IsThePinnedList()
    {
        var tools = Tools(write: true, sensitive: true).Select(tool => new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["annotations"] = JsonSerializer.SerializeToNode(tool.Annotations, ModelContextProtocol.McpJsonUtilities.DefaultOptions),
            ["inputSchema"] = JsonNode.Parse(tool.InputSchema.GetRawText()),
        });

        GoldenFile.Verify("tests/Landfall.Mcp.Tests/tools.json", new JsonArray([.. tools]).ToJsonString(Indented) + "\n");
    }

    [Fact]
    public void Reference_Committed_IsCurrent()
    {
        var (plain, sensitive, all) = (Names(Tools()), Names(Tools(sensitive: true)), Tools(write: true, sensitive: true));
        var page = new StringBuilder("# Tools of `landfall mcp`\n\n<!-- Generated from the operations by a test. -->\n\n| tool | what it does | offered with |\n|---|---|---|\n");
        foreach (var tool in all)
        {
            var write = !sensitive.Contains(tool.Name);
            var data = !Names(Tools(write: true)).Contains(tool.Name);
            var flags = (write, data) switch
            {
                (true, true) => "`--allow-write` and `--allow-sensitive-data-access`",
                (true, false) => "`--allow-write`",
                (false, true) => "`--allow-sensitive-data-access`",
                _ => "",
            };
            Assert.Equal(flags.Length == 0, plain.Contains(tool.Name));
            page.Append($"| `{tool.Name}` | {OperationOf(tool.Name).Summary} | {flags} |\n");
        }

        GoldenFile.Verify("docs/mcp-tools.md", page.ToString());
    }

    [Fact]
    public void All_WithoutFlags_OnlyReads() =>
        Assert.All(Tools(), tool =>
        {
            Assert.True(tool.Annotations!.ReadOnlyHint);
            Assert.False(tool.Annotations.DestructiveHint);
            Assert.DoesNotContain(tool.InputSchema.GetProperty("properties").EnumerateObject(), p => p.Name is "output" or "fix" or "write" or "sarif" or "running");
        });

    [Theory]
    [InlineData("logs")]
    [InlineData("deploy")]
    [InlineData("shell")]
    [InlineData("mcp_config")]
    [InlineData("secret_set")]
    public async Task Call_OfWhatIsOff_SaysWhatThePersonCanDo(string tool)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await Connection.OpenAsync(Connection.Settings(folder.Path));

        var result = await connection.CallAsync(tool);

        Assert.Equal("LF6000", result.ErrorCode());
        Assert.Contains(
            tool switch { "logs" => "--allow-sensitive-data-access", "deploy" => "--allow-write", _ => "in a terminal" }, result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_NamesAndSchemas_AreWhatClientsTake() =>
        Assert.All(Tools(write: true, sensitive: true), tool =>
        {
            Assert.Matches("^[a-z0-9_]{1,40}$", tool.Name);
            Assert.Equal("object", tool.InputSchema.GetProperty("type").GetString());
            Assert.Equal("object", tool.OutputSchema!.Value.GetProperty("type").GetString());
            Assert.InRange(tool.Description!.Length, 10, 400);
        });

    [Fact]
    public void Tool_OfWhatIsPinnedForScripts_HasTheSameSchema()
    {
        var pinned = JsonNode.Parse(File.ReadAllText(Path.Combine(GoldenFile.Repository, "docs/json/status.schema.json")))!.AsObject();
        pinned.Remove("$schema");

        Assert.True(JsonNode.DeepEquals(pinned, JsonNode.Parse(Tools().Single(tool => tool.Name == "status").OutputSchema!.Value.GetRawText())));
    }

    // What has a path in it and is not known for one could lead out of the folder.
    [Fact]
    public void Parameters_WhoseDescriptionSpeaksOfAFile_ArePaths()
    {
        string[] names = ["Folder", "Environment", "Service", "Services", "Name", "Region", "Pipeline", "Queue", "Database"];
        var others = Connection.Offered.All.Where(operation => !operation.Traits.HasFlag(OperationTraits.PersonOnly))
            .SelectMany(operation => operation.Parameters.GetProperties().Select(property => (operation.Name, property)))
            .Where(one => one.property.PropertyType == typeof(string) || one.property.PropertyType == typeof(IReadOnlyList<string>))
            .Where(one => !names.Contains(one.property.Name) && (ToolParameter.TraitsOf(one.property) & (ParameterTraits.Path | ParameterTraits.PathOrName)) == 0)
            .Where(one => one.property.GetCustomAttribute<DescriptionAttribute>()!.Description is var text
                && (text.Contains("file", StringComparison.OrdinalIgnoreCase) || text.Contains("folder", StringComparison.OrdinalIgnoreCase)))
            .Select(one => $"{one.Name}: {one.property.Name}: {one.property.GetCustomAttribute<DescriptionAttribute>()!.Description}");

        GoldenFile.Verify("tests/Landfall.Mcp.Tests/no-paths.txt", string.Concat(others.Order(StringComparer.Ordinal).Select(line => line + "\n")));
    }

    private static IList<Tool> Tools(bool write = false, bool sensitive = false) =>
        new ToolList(Connection.Settings(GoldenFile.Repository, write, sensitive)).All;

    private static HashSet<string> Names(IEnumerable<Tool> tools) => [.. tools.Select(tool => tool.Name)];

    private static IOperation OperationOf(string tool) => Connection.Offered.All.Single(operation => ToolName.Of(operation.Name) == tool);
}
