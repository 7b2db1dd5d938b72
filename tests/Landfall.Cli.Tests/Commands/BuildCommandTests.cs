using Landfall.Cli.Commands;
using Landfall.Cli.Tests.Terminal;

namespace Landfall.Cli.Tests.Commands;

public sealed class BuildCommandTests
{
    [Fact]
    public async Task RunAsync_LogOnStandardInput_SaysWhatFailedAndWhatToDo()
    {
        var captured = new CapturedScreen(200);
        using var input = new StringReader("$ npm ci\nnpm error code E404\nnpm error 404 Not Found - left-pod\nERROR: Job failed: exit code 1\n");
        var screen = captured.Screen with { Input = input };

        var code = await LandfallProgram.RunAsync(LandfallCommandLine.Create(new CommandContext(screen, TimeProvider.System)), ["build", "explain", "-"], screen);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("""
            Failed: npm ci (exit code 1)
              2  npm error code E404
              3  npm error 404 Not Found - left-pod
              4  ERROR: Job failed: exit code 1
            Cause:  The registry does not have a package, or shows it to nobody who is not signed in.
            Try:    Mend the package's name or version in package.json, install, and commit the lock file.

            """, captured.Data);
    }
}
