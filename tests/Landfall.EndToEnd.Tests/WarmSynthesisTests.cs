namespace Landfall.EndToEnd.Tests;

/// <summary>A synth host that stays writes what a fresh one writes, whatever it has synthesised before.</summary>
[LongRun]
public sealed class WarmSynthesisTests : IDisposable
{
    private static readonly (string Sample, string Environment)[] Order =
        [("shop", "dev"), ("django", "staging"), ("shop", "prod"), ("ecs-devops", "demo"), ("flink-monitor", "prod"), ("shop", "dev")];

    private readonly string _home = Directory.CreateTempSubdirectory("landfall-warm-").FullName;
    private readonly LocalCloud _samples = new();
    private readonly Dictionary<string, string> _projects = [];

    // The host sees that its socket is gone, and ends.
    public void Dispose()
    {
        Directory.Delete(_home, recursive: true);
        foreach (var project in _projects.Values)
            Directory.Delete(project, recursive: true);
    }

    [Fact]
    public async Task Synth_OfAllSamplesInTurnWithAChangedSite_IsByteForByteTheColdOne()
    {
        for (var round = 0; round < Order.Length; round++)
        {
            var (sample, environment) = Order[round];
            var project = Project(sample);
            ChangeSite(project, round);

            var cold = await SynthAsync(project, environment, "cold", ci: "true");
            Assert.Equal(round > 0, Directory.Exists(Warm)); // a build server starts no host that stays
            var warm = await SynthAsync(project, environment, "warm", ci: null);

            Assert.Equal(cold.Keys, warm.Keys);
            Assert.All(cold, file => Assert.True(file.Value.AsSpan().SequenceEqual(warm[file.Key]), $"{sample} {environment}: {file.Key} differs"));
            Assert.Contains(cold.Keys, name => sample != "shop" || name.StartsWith("asset.", StringComparison.Ordinal));
        }

        Assert.Single(Directory.GetFiles(Warm, "*.lock")); // one host served them all
    }

    [Fact]
    public async Task Synth_WhenTheHostIsKilled_StartsAnother()
    {
        RequiredTool.OrSkip("pkill", "apt-get install procps");
        var project = Project("ecs-devops");
        var before = await SynthAsync(project, "demo", "one", ci: null);
        var door = Directory.GetFiles(Warm, "*.lock").Single()[..^".lock".Length];
        (await ProgramRun.RunAsync("pkill", ["-KILL", "-f", "--", $"--serve {door}"], new Dictionary<string, string?>())).Succeeded();

        var after = await SynthAsync(project, "demo", "two", ci: null);

        Assert.Equal(before.Keys, after.Keys);
        Assert.True(File.Exists(door));
    }

    private string Warm => Path.Combine(_home, "warm");

    private string Project(string sample)
    {
        if (!_projects.TryGetValue(sample, out var folder))
            _projects[sample] = folder = _samples.CopySample(sample);
        return folder;
    }

    private static void ChangeSite(string project, int round)
    {
        if (!Directory.Exists(Path.Combine(project, "web")))
            return;
        var output = Directory.CreateDirectory(Path.Combine(project, "web", "dist")).FullName;
        File.WriteAllText(Path.Combine(output, "index.html"), $"<p>{round}</p>\n");
    }

    private async Task<SortedDictionary<string, byte[]>> SynthAsync(string project, string environment, string name, string? ci)
    {
        var output = Path.Combine(project, ".landfall", name);
        if (Directory.Exists(output))
            Directory.Delete(output, recursive: true);
        (await ProgramRun.RunAsync("dotnet", [Repository.Cli, "synth", project, "--env", environment, "--output", output], new Dictionary<string, string?>
        {
            ["LANDFALL_HOME"] = _home,
            ["LANDFALL_SYNTH_HOST"] = Repository.SynthHost,
            ["LANDFALL_TOOLS"] = Repository.Tools,
            ["CI"] = ci,
        })).Succeeded();
        return new SortedDictionary<string, byte[]>(
            Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(output, f), File.ReadAllBytes),
            StringComparer.Ordinal);
    }
}
