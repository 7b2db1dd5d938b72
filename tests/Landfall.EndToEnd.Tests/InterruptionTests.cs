namespace Landfall.EndToEnd.Tests;

/// <summary>Ctrl-C and termination: a prompt end, nothing left running, a word on how to go on, and the next run works.</summary>
public sealed class InterruptionTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const int Cancelled = 130;

    [Fact]
    public async Task Deploy_InterruptedWhileCloudFormationWorks_SaysHowFarItCameAndGoesOnNextTime()
    {
        var folder = cloud.CopySample("shop");

        using var deploy = cloud.Start("deploy", folder, "--local");
        await deploy.WaitForErrorAsync("shop-dev-network: CREATE");
        await deploy.SignalAsync("INT");
        var result = await deploy.EndAsync();

        Assert.Equal(Cancelled, result.ExitCode);
        Assert.Contains("Cancelled.\n  shop-dev-network: CREATE_", result.Error, StringComparison.Ordinal);
        Assert.Matches("not begun: .*shop-dev-web", result.Error);
        Assert.Contains("run the same command again", result.Error, StringComparison.Ordinal);
        Assert.Empty(await ProcessesNamingAsync(folder));

        Assert.All(LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev")).Values, outcome => Assert.Contains(outcome, new[] { "created", "unchanged" }));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Synth_InterruptedInASiteBuild_EndsTheBuildToo(string signal)
    {
        var folder = cloud.CopySample("shop");
        var pipe = Path.Combine(folder, "web", "begun");
        (await ProgramRun.RunAsync("mkfifo", [pipe], new Dictionary<string, string?>())).Succeeded();
        var file = Path.Combine(folder, "landfall.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("command: node build.mjs", $"command: 'echo > begun; tail -f {pipe}'", StringComparison.Ordinal));

        using var synth = cloud.Start("synth", folder);
        // To open a pipe is to wait for its other end: in vain where the build is not run.
        await Task.Run(() => File.ReadAllText(pipe)).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await synth.SignalAsync(signal);
        var result = await synth.EndAsync();

        Assert.Equal((Cancelled, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("Cancelled. Run the same command again to go on.\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(await ProcessesNamingAsync(folder));
    }

    [Fact]
    public async Task Deploy_LocalAwsDies_SaysSoAndLeavesNothingRunning()
    {
        await using var mortal = new LocalCloud();
        await mortal.InitializeAsync();
        var folder = mortal.CopySample("ecs-devops");
        using var deploy = mortal.Start("deploy", folder, "--local");
        await deploy.WaitForErrorAsync("ecsdevops-demo-network: CREATE");
        (await mortal.LandfallAsync("local", "stop")).Succeeded();
        var result = await deploy.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("LF5098", result.Error, StringComparison.Ordinal);
        Assert.Contains("landfall local start", result.Error, StringComparison.Ordinal);
        Assert.Empty(await ProcessesNamingAsync(folder));
    }

    private static async Task<IEnumerable<string>> ProcessesNamingAsync(string word)
    {
        RequiredTool.OrSkip("ps", "apt-get install procps");
        return (await ProgramRun.RunAsync("ps", ["-eo", "args"], new Dictionary<string, string?>())).Succeeded().Output
            .Split('\n').Where(line => line.Contains(word, StringComparison.Ordinal));
    }
}
