namespace Landfall.Tests;

/// <summary>Programs that some tests look at the outcome with, and that a bare machine need not have.</summary>
internal static class RequiredTool
{
    /// <summary>Skips the test where a program is not on the PATH.</summary>
    /// <param name="program">The program.</param>
    /// <param name="package">How to install it.</param>
    public static void OrSkip(string program, string package)
    {
        if (!IsInstalled(program))
            Assert.Skip($"'{program}' is not installed ({package}).");
    }

    /// <summary>Tells whether a program is on the PATH.</summary>
    public static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
