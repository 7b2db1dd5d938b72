using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Landfall.Cli.Tests.Terminal;

/// <summary>The program with streams that are closed, full or read by nobody.</summary>
public sealed class StreamTests
{
    private static readonly string Shop = Path.Combine(GoldenFile.Repository, "samples", "shop");

    [Theory]
    [InlineData("list SHOP >&-", 1, "Standard output cannot be written: it is closed.")]
    [InlineData("list SHOP --json >&-", 1, "Standard output cannot be written: it is closed.")]
    [InlineData("--help >&-", 1, "Standard output cannot be written: it is closed.")]
    [InlineData("--version >&-", 1, "Standard output cannot be written: it is closed.")]
    [InlineData("list nowhere --json >&-", 1, "LF1001")]
    [InlineData("deplo >&-", 2, "did you mean 'deploy'?")]
    public async Task Output_Closed_IsSaidOnStandardError(string line, int exitCode, string said)
    {
        var (code, _, error) = await RunAsync(line);

        Assert.Equal(exitCode, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list SHOP --json 2>&-", 0)]
    [InlineData("list nowhere --json 2>&-", 1)]
    [InlineData("deplo --json 2>&-", 2)]
    [InlineData("graph SHOP --json <&- 2>&-", 0)]
    public async Task Error_Closed_LosesTheTalkAlone(string line, int exitCode)
    {
        var (code, output, _) = await RunAsync(line);

        Assert.Equal(exitCode, code);
        Assert.Equal(exitCode != 0, JsonNode.Parse(output)!["error"] is not null);
    }

    [Theory]
    [InlineData("list SHOP >&- 2>&-", 1)]
    [InlineData("validate SHOP <&- >/dev/null 2>&-", 0)]
    public async Task AllStreams_Closed_LeaveTheExitCode(string line, int exitCode) => Assert.Equal(exitCode, (await RunAsync(line)).Code);

    [Theory]
    [InlineData("list SHOP >/dev/full", 1, "LF5091 Standard output cannot be written: No space left on device.")]
    [InlineData("list SHOP --json >/dev/full", 1, "LF5091 Standard output cannot be written: No space left on device.")]
    [InlineData("completion bash >/dev/full", 1, "LF5091 Standard output cannot be written: No space left on device.")]
    public async Task Output_OnAFullDisk_IsSaid(string line, int exitCode, string said)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");

        Assert.Equal((exitCode, "", said), await RunAsync(line));
    }

    [Fact]
    public async Task Error_OnAFullDisk_LosesTheTalkAlone()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");

        Assert.Equal((1, "", ""), await RunAsync("list nowhere 2>/dev/full"));
    }

    [Fact]
    public async Task Output_ReadToItsFirstLineOnly_IsNoFailure()
    {
        var (code, output, error) = await RunAsync("schema | head -1; exit ${PIPESTATUS[0]}");

        Assert.Equal((0, "{", ""), (code, output, error));
    }

    [Theory]
    [InlineData("dumb", "80")]
    [InlineData("", "80")]
    [InlineData("xterm-256color", "1")]
    public async Task Terminal_OfLittleUse_GetsPlainText(string term, string columns)
    {
        var (code, output, _) = await RunAsync("list SHOP", new() { ["TERM"] = term, ["COLUMNS"] = columns });

        Assert.Equal(0, code);
        Assert.Contains("shop-dev-network", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Home_NotThere_IsSaidAndNothingIsWrittenElsewhere()
    {
        var (code, _, error) = await RunAsync("local start", new() { ["HOME"] = "/proc/nowhere", ["LANDFALL_HOME"] = "" });

        Assert.Equal(1, code);
        Assert.StartsWith("LF5092 '/proc/nowhere/.landfall'", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string line, Dictionary<string, string>? environment = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The streams are closed by bash.");
        var program = Path.Combine(AppContext.BaseDirectory, "landfall.dll");
        var start = new ProcessStartInfo("bash", ["-c", $"dotnet \"$0\" {line.Replace("SHOP", "\"$1\"", StringComparison.Ordinal)}", program, Shop])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).TrimEnd(), (await error).TrimEnd());
    }
}
