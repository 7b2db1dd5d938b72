using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Tree;
using Landfall.Operations.Migration;
using Landfall.Operations.Migration.Copilot;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Migration.Copilot;

public sealed class MigrateCopilotOperationTests : IDisposable
{
    private const string Here = "tests/Landfall.Operations.Tests/Migration";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Workspace_WritesTheGoldenFileAndReport()
    {
        CopyWorkspace();

        var migrated = await MigrateAsync();

        Assert.Equal(["copilot-migration.md", "copilot-retain/copilot/api/addons/store.yml", "landfall.schema.json", "landfall.yaml"], migrated.Files);
        Assert.Contains("  covers:\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Type: AWS::S3::Bucket\n", Read("copilot-retain/copilot/api/addons/store.yml"), StringComparison.Ordinal);
        GoldenFile.Verify($"{Here}/Golden/landfall.yaml", Read("landfall.yaml"));
        GoldenFile.Verify($"{Here}/Golden/copilot-migration.md", Read("copilot-migration.md"));
        Assert.DoesNotContain("never-in-a-file", Read("landfall.yaml") + Read("copilot-migration.md"), StringComparison.Ordinal);
    }

    /// <summary>What remains is what nobody but a person can say: where a name of another zone is.</summary>
    [Fact]
    public async Task Run_Workspace_HasNoProblemsButThoseThatNeedAPerson()
    {
        CopyWorkspace();

        var migrated = await MigrateAsync();

        Assert.Equal([], migrated.Problems.Where(p => p.Severity == ProblemSeverity.Error && p.Code is not ErrorCodes.VariableUnset).Select(p => p.ToString()));
    }

    [Fact]
    public async Task Run_Workspace_AccountsForEveryKeyOnce()
    {
        CopyWorkspace();

        var migrated = await MigrateAsync();

        var teapot = Assert.Single(migrated.Keys, key => key.Key == "teapot");
        Assert.Equal((KeyOutcome.Left, "Landfall does not know this key."), (teapot.Outcome, teapot.Note));
        AssertAllAccountedFor(Path.Combine(_folder.Path, "copilot"), migrated.Keys);
    }

    [Fact]
    public async Task Run_DryRun_WritesNothing()
    {
        CopyWorkspace();

        var migrated = await MigrateAsync(dryRun: true);

        Assert.Empty(migrated.Files);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "landfall.yaml")));
        Assert.StartsWith("# yaml-language-server", migrated.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_LandfallFileIsThere_IsLeftAsItIs()
    {
        CopyWorkspace();
        _folder.Write("landfall.yaml", "mine");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => MigrateAsync());

        Assert.Equal(ErrorCodes.FileInTheWay, refused.Code);
        Assert.Equal("mine", Read("landfall.yaml"));
    }

    [Fact]
    public async Task Run_NoManifests_NamesWhereTheyWouldBe()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => MigrateAsync());

        Assert.Equal(ErrorCodes.NothingToMigrate, refused.Code);
        Assert.Contains("copilot/<name>/manifest.yml", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ManifestThatIsNoYaml_NamesThePlace()
    {
        _folder.Write("copilot/api/manifest.yml", "name: api\ntype: [Backend\n");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => MigrateAsync());

        Assert.Equal(ErrorCodes.ManifestUnreadable, refused.Code);
        Assert.StartsWith("copilot/api/manifest.yml:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TypeThatCopilotDoesNotHave_IsLeftWithAllThatItSays()
    {
        _folder.Write("copilot/api/manifest.yml", "name: api\ntype: Lambda Service\ncpu: 1\n");

        var migrated = await MigrateAsync();

        Assert.Equal(["name", "type", "cpu"], migrated.Keys.Select(key => key.Key));
        Assert.All(migrated.Keys, key => Assert.Equal(KeyOutcome.Left, key.Outcome));
        Assert.StartsWith("Copilot has no such type.", migrated.Keys[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ConnectionGiven_ThePipelineStandsInTheFile()
    {
        CopyWorkspace();

        var migrated = await MigrateAsync(connection: "arn:aws:codeconnections:eu-west-1:111111111111:connection/11111111-2222-3333-4444-555555555555");

        Assert.Contains("\npipeline:\n", migrated.File, StringComparison.Ordinal);
        Assert.DoesNotContain("# pipeline:", migrated.File, StringComparison.Ordinal);
    }

    /// <summary>The public manifests of AWS Copilot's own tests.</summary>
    [Fact]
    public async Task Run_PublicManifests_AccountsForEveryKeyAndWritesYaml()
    {
        var data = Path.Combine(GoldenFile.Repository, "../shared/data/copilot");
        Assert.SkipUnless(Directory.Exists(data), "there is no folder ../shared/data/copilot beside the repository.");
        foreach (var file in Directory.EnumerateFiles(data, "*.yml").Where(file => !file.Contains("environments__", StringComparison.Ordinal)))
        {
            using var folder = new TemporaryFolder();
            folder.Write("copilot/one/manifest.yml", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

            var migrated = await RunAsync(folder.Path);

            AssertAllAccountedFor(Path.Combine(folder.Path, "copilot"), migrated.Keys);
            Assert.DoesNotContain(migrated.Problems, problem => problem.Code is ErrorCodes.Syntax or ErrorCodes.UnknownKey or ErrorCodes.WrongType);
        }
    }

    private static void AssertAllAccountedFor(string copilot, IReadOnlyList<MappedKey> keys)
    {
        var root = Path.GetDirectoryName(copilot)!;
        foreach (var file in Directory.EnumerateFiles(copilot, "manifest.yml", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            var problems = new ProblemList(name);
            var tree = (MapNode)new YamlTreeReader(new Interpolation(_ => null, problems), problems).Read(File.ReadAllText(file))!;
            var said = keys.Where(key => key.File == name).Select(key => key.Key).ToList();
            foreach (var leaf in Leaves(tree, ""))
                Assert.True(said.Exists(key => Covers(key, leaf)), $"{name}: nothing is said of {leaf}");
        }
    }

    private static bool Covers(string key, string leaf)
    {
        var inner = leaf.StartsWith("environments.", StringComparison.Ordinal) ? leaf.Split('.', 3)[2] : leaf;
        return Starts(leaf) || Starts(inner);

        bool Starts(string text) => text == key || text.StartsWith($"{key}.", StringComparison.Ordinal) || text.StartsWith($"{key}[", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Leaves(ConfigNode node, string path) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => Leaves(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")),
        ListNode list => list.Items.SelectMany((item, index) => item is MapNode ? Leaves(item, $"{path}[{index}]") : [path]),
        ScalarNode { IsNull: true } => [],
        _ => [path],
    };

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));

    private void CopyWorkspace()
    {
        var source = Path.Combine(GoldenFile.Repository, Here, "Workspace");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            _folder.Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
    }

    private Task<Migrated> MigrateAsync(bool dryRun = false, string? connection = null) => RunAsync(_folder.Path, dryRun, connection);

    private static Task<Migrated> RunAsync(string folder, bool dryRun = false, string? connection = null) => new MigrateCopilotOperation().RunAsync(
        new MigrateCopilotParameters(folder, App: null, "eu-west-1", connection, dryRun),
        Agreed.ToNothing,
        new OperationContext(new Caller("ada", "test"), new Answering(false), TimeProvider.System, TestContext.Current.CancellationToken));
}
