namespace Landfall.EndToEnd.Tests;

/// <summary>What the README shows is what the program prints.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Readme_GraphOfTheShop_IsWhatTheCommandPrints()
    {
        var graph = (await ProgramRun.RunAsync(
            "dotnet",
            [Repository.Cli, "graph", Repository.Sample("shop"), "--format", "mermaid"],
            new Dictionary<string, string?>())).Succeeded().Output;

        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        Assert.Contains($"```mermaid\n{graph}```", readme, StringComparison.Ordinal);
    }
}
