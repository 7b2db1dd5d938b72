using Landfall.Operations.Processes;

namespace Landfall.Operations.Tests.Processes;

public sealed class ProcessRunnerTests
{
    [Fact]
    public async Task RunAsync_Input_ReachesTheProgram()
    {
        var result = await ProcessRunner.RunAsync(new ProcessSpec("cat", []) { Input = "secret" }, null, TestContext.Current.CancellationToken);

        Assert.Equal((0, "secret\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task RunAsync_ProgramThatDoesNotReadItsInput_TellsItsExitCode()
    {
        var spec = new ProcessSpec("false", []) { Input = new string('x', 1_000_000) };

        var result = await ProcessRunner.RunAsync(spec, null, TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
    }
}
