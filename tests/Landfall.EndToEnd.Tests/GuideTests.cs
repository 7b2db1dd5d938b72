namespace Landfall.EndToEnd.Tests;

/// <summary>Somebody follows the guide to the letter, in a shell, beside a checkout's samples.</summary>
public sealed class GuideTests : IDisposable
{
    private readonly string _checkout = Directory.CreateTempSubdirectory("landfall-guide-").FullName;
    private readonly string _home = Directory.CreateTempSubdirectory("landfall-home-").FullName;

    public GuideTests()
    {
        // In place of the checkout's script, which builds: the program that the tests were built with.
        var script = Path.Combine(_checkout, "landfall");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Repository.Cli}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose()
    {
        using var stop = RunningProgram.Start("dotnet", [Repository.Cli, "local", "stop"], Environment());
        stop.EndAsync().GetAwaiter().GetResult();
        Directory.Delete(_checkout, recursive: true);
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task Guide_FollowedToTheLetter_ShowsWhatThePageShows()
    {
        RequiredTool.OrSkip("aws", "pip install awscli");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The guide's commands are for a POSIX shell.");
        var sample = Path.Combine(_checkout, "samples", "shop");
        await RunAsync(_checkout, $"mkdir samples && cp -R '{Repository.Sample("shop")}' '{sample}' && rm -rf '{sample}/.landfall' '{sample}/web/dist'");
        var folder = _checkout;
        var steps = GuidePage.LocalSteps();

        Assert.True(steps.Count >= 8, $"The page has {steps.Count} blocks of commands.");
        foreach (var (commands, shown) in steps)
        {
            var (code, said) = await RunAsync(folder, $"{commands}\nstatus=$?\npwd > '{_home}/folder'\nexit $status");

            Assert.True(code == (shown.Any(line => line.Contains(" problem in ", StringComparison.Ordinal)) ? 1 : 0), $"{commands}\ngave {code}:\n{said}");
            RequireShown(commands, shown, said);
            folder = (await File.ReadAllTextAsync(Path.Combine(_home, "folder"), TestContext.Current.CancellationToken)).Trim();
        }
    }

    /// <summary>The page shows some lines, and of a line its beginning or what matters in it.</summary>
    private static void RequireShown(string commands, IReadOnlyList<string> shown, string said)
    {
        var lines = GuidePage.Lines(said).GetEnumerator();
        foreach (var expected in shown)
        {
            var found = false;
            while (!found && lines.MoveNext())
                found = lines.Current.Contains(expected, StringComparison.Ordinal);
            Assert.True(found, $"After\n{commands}\nthe page shows '{expected}' (in this order), but what was said is\n{said}");
        }
    }

    private async Task<(int Code, string Said)> RunAsync(string folder, string commands)
    {
        var result = await ProgramRun.RunAsync("bash", ["-c", $"exec 2>&1\n{commands}"], Environment(), folder);
        return (result.ExitCode, result.Output);
    }

    private Dictionary<string, string?> Environment() => new()
    {
        ["PATH"] = $"{_checkout}{Path.PathSeparator}{System.Environment.GetEnvironmentVariable("PATH")}",
        ["LANDFALL_HOME"] = _home,
        ["LANDFALL_SYNTH_HOST"] = Repository.SynthHost,
        ["LANDFALL_TOOLS"] = Repository.Tools,
        ["AWS_PROFILE"] = null,
        ["AWS_REGION"] = null,
        ["AWS_PAGER"] = "",
        ["CI"] = null,
    };
}
