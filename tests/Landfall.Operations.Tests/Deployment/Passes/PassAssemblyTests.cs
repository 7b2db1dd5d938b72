using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class PassAssemblyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_NothingElseWanted_IsTheAssemblyItself()
    {
        var assembly = Synthesised();

        Assert.Same(assembly, PassAssembly.Of(assembly, [Operation(assembly, 0, assembly.Stacks[0].Template), Operation(assembly, 1, assembly.Stacks[1].Template, "shop-dev-data")], Pass("pass")));
    }

    [Fact]
    public void Of_AnotherTemplate_IsUploadedByItsOwnHashAndLeavesTheUsersFolderAlone()
    {
        var assembly = Synthesised();
        var before = File.ReadAllText(Path.Combine(assembly.Folder, "shop-dev-data.template.json"));

        var pass = PassAssembly.Of(assembly, [Operation(assembly, 0, Template(Queue("Other", "b")))], Pass("pass"));

        var content = File.ReadAllBytes(Path.Combine(pass.Folder, "shop-dev-data.template.json"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.True(JsonNode.DeepEquals(Template(Queue("Other", "b")), JsonNode.Parse(content)));
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(pass.Folder, "manifest.json")))!;
        Assert.Equal($"s3://assets/{hash}.json", (string)manifest["artifacts"]!["shop-dev-data"]!["properties"]!["stackTemplateAssetObjectUrl"]!);
        var assets = JsonNode.Parse(File.ReadAllText(Path.Combine(pass.Folder, "shop-dev-data.assets.json")))!["files"]!;
        Assert.Equal("shop-dev-data.template.json", (string)assets[hash]!["source"]!["path"]!);
        Assert.Equal($"{hash}.json", (string)assets[hash]!["destinations"]!["here"]!["objectKey"]!);
        Assert.Equal(Path.Combine(assembly.Folder, "asset.site"), (string)assets["site"]!["source"]!["path"]!);
        Assert.Equal(before, File.ReadAllText(Path.Combine(assembly.Folder, "shop-dev-data.template.json")));
    }

    [Fact]
    public void Of_AnotherOrder_WritesItAsDependencies()
    {
        var assembly = Synthesised();

        var pass = PassAssembly.Of(
            assembly, [Operation(assembly, 1, assembly.Stacks[1].Template), Operation(assembly, 0, assembly.Stacks[0].Template, "shop-dev-api")], Pass("pass"));

        var artifacts = JsonNode.Parse(File.ReadAllText(Path.Combine(pass.Folder, "manifest.json")))!["artifacts"]!;
        Assert.Equal("""["shop-dev-data.assets","shop-dev-api"]""", artifacts["shop-dev-data"]!["dependencies"]!.ToJsonString());
        Assert.Equal("[]", artifacts["shop-dev-api"]!["dependencies"]!.ToJsonString());
    }

    [Fact]
    public void Of_OneOfTwoInAnotherOrder_WritesItAndKeepsNothingOfAnEarlierPass()
    {
        var assembly = Synthesised();
        Directory.CreateDirectory(Path.Combine(Pass("pass"), "earlier"));
        File.WriteAllText(Path.Combine(Pass("pass"), "earlier", "file"), "");

        var pass = PassAssembly.Of(assembly, [Operation(assembly, 0, assembly.Stacks[0].Template), Operation(assembly, 1, assembly.Stacks[1].Template)], Pass("pass"));

        Assert.Equal(Pass("pass"), pass.Folder);
        Assert.Equal(
            ["cdk.out", "manifest.json", "shop-dev-api.template.json", "shop-dev-data.assets.json", "shop-dev-data.template.json"],
            Directory.EnumerateFileSystemEntries(pass.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("[]", JsonNode.Parse(File.ReadAllText(Path.Combine(pass.Folder, "manifest.json")))!["artifacts"]!["shop-dev-api"]!["dependencies"]!.ToJsonString());
    }

    private static StackOperation Operation(Assembly assembly, int index, JsonObject template, params string[] after) =>
        new(Landfall.Operations.Deployment.Passes.Pass.Shared, assembly.Stacks[index].Name, assembly.Stacks[index], template, after);

    private string Pass(string name) => Path.Combine(_folder.Path, name);

    private Assembly Synthesised()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "cdk.out")).FullName;
        File.WriteAllText(Path.Combine(folder, "cdk.out"), """{ "version": "48.0.0" }""");
        File.WriteAllText(Path.Combine(folder, "shop-dev-data.template.json"), Template(Queue("Jobs", "a")).ToJsonString());
        File.WriteAllText(Path.Combine(folder, "shop-dev-api.template.json"), Template(Task("a")).ToJsonString());
        File.WriteAllText(Path.Combine(folder, "shop-dev-data.assets.json"), """
            { "files": {
              "abc": { "source": { "path": "shop-dev-data.template.json", "packaging": "file" }, "destinations": { "here": { "bucketName": "assets", "objectKey": "abc.json" } } },
              "site": { "source": { "path": "asset.site", "packaging": "zip" }, "destinations": { "here": { "bucketName": "assets", "objectKey": "site.zip" } } } } }
            """);
        File.WriteAllText(Path.Combine(folder, "manifest.json"), """
            { "artifacts": {
              "shop-dev-data.assets": { "type": "cdk:asset-manifest", "properties": { "file": "shop-dev-data.assets.json" } },
              "shop-dev-data": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "shop-dev-data.template.json", "stackTemplateAssetObjectUrl": "s3://assets/abc.json" }, "dependencies": ["shop-dev-data.assets"] },
              "shop-dev-api": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "shop-dev-api.template.json" }, "dependencies": ["shop-dev-data"] } } }
            """);
        return Assembly.Read(folder);
    }
}
