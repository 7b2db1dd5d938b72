using System.Text.Json.Nodes;

namespace Landfall.Operations.Tests.Security;

public sealed class SarifFileTests
{
    // What the schema of SARIF 2.1.0 requires: version and runs; of a run its tool, of a tool its driver, of that its name; of a
    // rule its id; of a result its message; of an artifact's address nothing but that it is one.
    [Fact]
    public async Task Of_Report_HasWhatTheSchemaRequires()
    {
        using var folder = new ScanFolder().With("a b/Dockerfile", "FROM node:22\nHEALTHCHECK NONE\n# landfall-ignore: docker-sudo it is an old image\nRUN sudo x\n");
        var file = Path.Combine(folder.Path, "out.sarif");

        await folder.ScanAsync(sarif: file);

        var log = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        Assert.Equal("2.1.0", (string?)log["version"]);
        var run = Assert.Single(log["runs"]!.AsArray())!;
        var driver = run["tool"]!["driver"]!;
        Assert.Equal("Landfall", (string?)driver["name"]);
        var rules = driver["rules"]!.AsArray();
        Assert.Equal(["docker-root-user", "docker-sudo"], rules.Select(rule => (string?)rule!["id"]));
        var results = run["results"]!.AsArray();
        Assert.Equal(2, results.Count);
        Assert.All(results, result =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)result!["message"]!["text"]));
            Assert.Equal((string?)result["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]);
            Assert.Equal("a%20b/Dockerfile", (string?)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
            Assert.Contains((string?)result["level"], (string[])["error", "warning", "note"]);
        });
        Assert.Equal(1, (int)results[0]!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!);
        Assert.Equal("it is an old image", (string?)results[1]!["suppressions"]![0]!["justification"]);
        Assert.Equal("inSource", (string?)results[1]!["suppressions"]![0]!["kind"]);
    }
}
