namespace Landfall.EndToEnd.Tests;

/// <summary>Runs programs for tests.</summary>
internal static class ProgramRun
{
    public static async Task<ProgramResult> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string? folder = null)
    {
        using var running = RunningProgram.Start(program, arguments, environment, folder);
        return await running.EndAsync();
    }
}
