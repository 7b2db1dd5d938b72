namespace Landfall.EndToEnd.Tests;

/// <summary>What a synthesis leaves in the folder for temporary files: nothing, 60 MB a time would fill a disk.</summary>
public sealed class TemporaryFilesTests(LocalCloud samples) : IClassFixture<LocalCloud>, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Synth_WhileOthersLeftFilesAndWork_TakesItsOwnAndTheLeftAway()
    {
        var project = samples.CopySample("ecs-devops");
        var killed = Path.GetDirectoryName(_temporary.Write("landfall-host-killed/lock", ""))!;
        _temporary.Write("landfall-host-killed/library/library.tgz", "unpacked");
        var working = _temporary.Write("landfall-host-working/lock", "");
        _temporary.Write("landfall-host-working/library/library.tgz", "unpacked");

        using (new FileStream(working, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            (await ProgramRun.RunAsync("dotnet", [Repository.Cli, "synth", project, "--env", "demo"], new Dictionary<string, string?>
            {
                ["TMPDIR"] = _temporary.Path,
                ["CI"] = "true", // no host that stays
                ["LANDFALL_SYNTH_HOST"] = Repository.SynthHost,
                ["LANDFALL_TOOLS"] = Repository.Tools,
            })).Succeeded();
        }

        Assert.False(Directory.Exists(killed));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(working)!, "library", "library.tgz")));
        // Pipes and sockets of .NET's debugger are the runtime's own.
        var left = Directory.EnumerateFileSystemEntries(_temporary.Path).Select(Path.GetFileName).Where(name => !name!.StartsWith("clr-debug-", StringComparison.Ordinal) && !name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal));
        Assert.Equal(["landfall-host-working"], left);
    }
}
