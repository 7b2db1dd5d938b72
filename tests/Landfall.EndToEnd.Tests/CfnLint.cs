namespace Landfall.EndToEnd.Tests;

/// <summary>A judge of templates that the set-up installs, as a module of the Python that it found or made.</summary>
internal static class CfnLint
{
    /// <summary>Looks at the templates of an assembly.</summary>
    /// <param name="output">The assembly's folder.</param>
    public static Task<ProgramResult> RunAsync(string output) => ProgramRun.RunAsync(
        Environment.GetEnvironmentVariable("LANDFALL_PYTHON") ?? "python3",
        ["-c", "import sys; from cfnlint.runner import main; sys.exit(main())", .. Directory.EnumerateFiles(output, "*.template.json")],
        new Dictionary<string, string?>());
}
