using System.Text.Json.Nodes;
using Landfall.Operations.Deployment.Protection;

namespace Landfall.Operations.Tests.Deployment.Protection;

public sealed class UnprotectedCreationsTests
{
    private const string Manifest = """
        { "version": "48.0.0", "artifacts": {
            "new": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "new.json", "terminationProtection": true } },
            "old": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "old.json", "terminationProtection": true } } } }
        """;

    [Fact]
    public void Dispose_StacksThatAreCreated_AreUnprotectedMeanwhileAndTheFileIsAsBefore()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "manifest.json");
        File.WriteAllText(file, Manifest);

        using (new UnprotectedCreations(folder.Path, ["new", "nobody"]))
        {
            var artifacts = JsonNode.Parse(File.ReadAllText(file))!["artifacts"]!;
            Assert.False((bool)artifacts["new"]!["properties"]!["terminationProtection"]!);
            Assert.True((bool)artifacts["old"]!["properties"]!["terminationProtection"]!);
        }

        Assert.Equal(Manifest, File.ReadAllText(file));
    }
}
