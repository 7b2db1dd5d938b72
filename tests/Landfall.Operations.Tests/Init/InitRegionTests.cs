using Landfall.Config;
using Landfall.Config.Regions;
using Landfall.Operations.Init;

namespace Landfall.Operations.Tests.Init;

/// <summary>What <c>init</c> writes, in every region of the table.</summary>
public sealed class InitRegionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Regions() => [.. RegionTable.Names];

    [Theory]
    [MemberData(nameof(Regions))]
    public async Task Run_AnyTypeInAnyRegion_WritesAFileThatIsValidThere(string region)
    {
        foreach (var type in InitOperation.Types)
        {
            var problems = await Problems(type, type == "site" ? ProjectKind.Static : ProjectKind.Node, region);

            Assert.True(problems.Count == 0, $"{type}: {string.Join("\n", problems)}");
        }
    }

    [Theory]
    [InlineData("eu-west-1", "type: site ")]
    [InlineData("cn-north-1", "type: web ")]
    [InlineData("us-gov-west-1", "type: web ")]
    public async Task Run_Site_IsServedByNginxWhereTheRegionHasNone(string region, string type)
    {
        await Problems("site", ProjectKind.Static, region);

        var folder = Path.Combine(_folder.Path, $"site-{region}");
        Assert.Contains(type, File.ReadAllText(Path.Combine(folder, "landfall.yaml")), StringComparison.Ordinal);
        Assert.Equal(type == "type: web ", File.Exists(Path.Combine(folder, "Dockerfile")));
    }

    [Fact]
    public async Task Run_SiteAndServiceWhereNoSiteCanBe_KeepTheirPathsApart()
    {
        _folder.Write("all/front/package.json", """{ "name": "front", "devDependencies": { "vite": "7" }, "scripts": { "build": "vite build" } }""");
        _folder.Write("all/back/package.json", """{ "name": "back", "dependencies": { "express": "5" } }""");
        var folder = Path.Combine(_folder.Path, "all");

        await new InitOperation().RunAsync(new InitParameters(folder, "shop", null, null, null, "cn-north-1", null, null, Here: true), null!, null!);

        var loaded = ConfigLoader.Load(folder, _ => null);
        Assert.DoesNotContain(loaded.Problems, problem => problem.Severity == ProblemSeverity.Error);
        var paths = File.ReadAllLines(Path.Combine(folder, "landfall.yaml")).Where(line => line.Contains("path:", StringComparison.Ordinal)).Select(line => line.Trim()).Order(StringComparer.Ordinal);
        Assert.Equal(["path: /*", "path: /back/*"], paths);
    }

    private async Task<IReadOnlyList<Problem>> Problems(string type, ProjectKind kind, string region)
    {
        var folder = Path.Combine(_folder.Path, $"{type}-{region}");
        Directory.CreateDirectory(folder);
        await new InitOperation().RunAsync(new InitParameters(folder, "shop", null, type, kind, region, null, null, Here: true), null!, null!);
        return ConfigLoader.Load(folder, _ => null).Problems;
    }
}
