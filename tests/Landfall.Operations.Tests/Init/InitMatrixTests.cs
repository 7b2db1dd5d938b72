using Landfall.Config;
using Landfall.Operations.Init;

namespace Landfall.Operations.Tests.Init;

/// <summary>What <c>init</c> writes for each of the small projects in <c>tests/InitMatrix</c>.</summary>
public sealed class InitMatrixTests : IDisposable
{
    private const string Matrix = "tests/InitMatrix";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Path.Combine(GoldenFile.Repository, Matrix)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task RunAsync_Project_WritesWhatTheGoldenFileHas(string project)
    {
        var files = await InitAsync(project);

        Assert.DoesNotContain(ConfigLoader.Load(_folder.Path, _ => null).Problems, problem => problem.Severity == ProblemSeverity.Error);
        var yaml = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "landfall.yaml"), TestContext.Current.CancellationToken);
        Assert.StartsWith("# yaml-language-server: $schema=./landfall.schema.json\n", yaml, StringComparison.Ordinal);
        var written = new List<string> { yaml[yaml.IndexOf("services:", StringComparison.Ordinal)..] };
        foreach (var file in files.Where(file => file.EndsWith("Dockerfile", StringComparison.Ordinal) || (file.EndsWith(".dockerignore", StringComparison.Ordinal) && project == "dockerfile")))
        {
            written.Add($"--- {file}\n{await File.ReadAllTextAsync(Path.Combine(_folder.Path, file), TestContext.Current.CancellationToken)}");
        }

        Assert.DoesNotContain("{{", string.Concat(written), StringComparison.Ordinal);
        GoldenFile.Verify($"tests/Landfall.Operations.Tests/Init/Golden/{project}.txt", string.Join('\n', written));
    }

    [Fact]
    public async Task RunAsync_InsideARepository_AsksWhichFolderIsTheSystems()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));
        var service = _folder.Write("services/api/package.json", "{}");
        var inside = Parameters(Path.GetDirectoryName(service)!) with { Type = "web" };

        var refused = await Assert.ThrowsAsync<LandfallException>(() => new InitOperation().RunAsync(inside, null!, null!));
        await new InitOperation().RunAsync(inside with { Here = true }, null!, null!);

        Assert.Equal(ErrorCodes.AnswerNeeded, refused.Code);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(inside.Folder, "landfall.yaml")));
    }

    [Theory]
    [InlineData("landfall.yaml")]
    [InlineData("landfall.json")]
    public async Task RunAsync_InsideASystem_NamesItsFileAndWritesNothing(string file)
    {
        _folder.Write(file, "app: shop\n");
        var inside = Parameters(Path.GetDirectoryName(_folder.Write("services/api/package.json", "{}"))!) with { Type = "web" };

        var refused = await Assert.ThrowsAsync<LandfallException>(() => new InitOperation().RunAsync(inside, null!, null!));

        Assert.Equal(ErrorCodes.AnswerNeeded, refused.Code);
        Assert.Contains($"'{Path.Combine(_folder.Path, file)}' describes", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["package.json"], Directory.EnumerateFileSystemEntries(inside.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task RunAsync_RepositoryBelowASystem_IsASystemOfItsOwn()
    {
        _folder.Write("landfall.yaml", "app: shop\n");
        var own = Path.GetDirectoryName(_folder.Write("vendor/api/package.json", "{}"))!;
        Directory.CreateDirectory(Path.Combine(own, ".git"));

        await new InitOperation().RunAsync(Parameters(own) with { Type = "web" }, null!, null!);

        Assert.True(File.Exists(Path.Combine(own, "landfall.yaml")));
    }

    [Theory]
    [InlineData("package.json", """{ "scripts": { "start": "node server.js" } }""", "type: web")]
    [InlineData("index.html", "<p>hello</p>", "type: site")]
    public async Task RunAsync_CodeAndNoAnswers_TakesTheUsualType(string file, string content, string type)
    {
        _folder.Write(file, content);

        await new InitOperation().RunAsync(Parameters(_folder.Path), null!, null!);

        Assert.Contains(type, await File.ReadAllTextAsync(Path.Combine(_folder.Path, "landfall.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "What is the code written in? Nothing in the folder tells, and there is no terminal to ask on; add --kind: ")]
    [InlineData("Go", "What is the first service? Nothing in the folder tells, and there is no terminal to ask on; add --type: web, internal, worker, job, site.")]
    public async Task RunAsync_EmptyFolderAndNoAnswers_NamesTheFlag(string? kind, string message)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => new InitOperation().RunAsync(Parameters(_folder.Path) with { Kind = kind is null ? null : Enum.Parse<ProjectKind>(kind) }, null!, null!));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_DockerIgnoreThere_KeepsItsLinesAndLeavesLandfallsStateOut()
    {
        await InitAsync("dockerfile");

        Assert.Equal(["*", "!server.py", ".landfall"], await File.ReadAllLinesAsync(Path.Combine(_folder.Path, ".dockerignore"), TestContext.Current.CancellationToken));
    }

    /// <summary>Express's generator writes <c>bin/www</c>, Rails <c>bin/rails</c>: only what .NET builds there stays out.</summary>
    [Fact]
    public async Task RunAsync_ProgramInBin_ComesIntoTheImage()
    {
        await InitAsync("express");

        var ignored = await File.ReadAllLinesAsync(Path.Combine(_folder.Path, ".dockerignore"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(ignored, line => line is "bin" or "**/bin" || line.EndsWith("/www", StringComparison.Ordinal));
        Assert.Contains("**/bin/Release", ignored);
    }

    [Theory]
    [InlineData("""{ "scripts": { "start": "NODE_ENV=production node server/index.js --flag" } }""", """["node", "server/index.js", "--flag"]""")]
    [InlineData("""{ "scripts": { "start": "node a.js && node b.js" } }""", """["npm", "start"]""")]
    [InlineData("""{ "scripts": { "start": "nest start", "build": "nest build" }, "dependencies": { "@nestjs/core": "11" } }""", """["node", "dist/main"]""")]
    [InlineData("""{ "scripts": { "start": "tsx src/server.ts", "build": "tsc" }, "devDependencies": { "typescript": "5" } }""", """["node", "dist/server.js"]""")]
    [InlineData("""{ "main": "start.js" }""", """["node", "start.js"]""")]
    public async Task RunAsync_NodePackage_StartsItWithoutNpmWhereThatWorks(string package, string command)
    {
        _folder.Write("package.json", package);

        await new InitOperation().RunAsync(Parameters(_folder.Path) with { Type = "web" }, null!, null!);

        Assert.Contains($"CMD {command}", await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "Dockerfile"), TestContext.Current.CancellationToken));
    }

    private async Task<IReadOnlyList<string>> InitAsync(string project)
    {
        var source = Path.Combine(GoldenFile.Repository, Matrix, project);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.GetRelativePath(source, file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        return (await new InitOperation().RunAsync(Parameters(_folder.Path) with { App = "shop", Type = project is "vite" or "monorepo" ? null : "web" }, null!, null!)).Files;
    }

    private static InitParameters Parameters(string folder) => new(folder, "shop", null, null, null, "eu-west-1", null, null, false);
}
