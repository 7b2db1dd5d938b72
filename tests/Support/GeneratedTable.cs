using System.Diagnostics;

namespace Landfall.Tests;

/// <summary>A table that a script of <c>eng/</c> writes from what cfn-lint knows of CloudFormation.</summary>
internal static class GeneratedTable
{
    /// <summary>Holds the committed table against what its script writes; skips where python has another cfn-lint than the pinned one.</summary>
    /// <param name="script">The script's name in <c>eng/</c>.</param>
    public static void Verify(string script)
    {
        var pinned = File.ReadLines(Path.Combine(GoldenFile.Repository, "eng/python-requirements.txt"))
            .Single(line => line.StartsWith("cfn-lint==", StringComparison.Ordinal))["cfn-lint==".Length..];
        var present = Python("-c", "from cfnlint.version import __version__; print(__version__)");
        Assert.SkipUnless(present.Output.Trim() == pinned, $"This machine's python has no cfn-lint {pinned}.");

        var check = Run(script, "--check");

        Assert.True(check.ExitCode == 0, check.Output);
    }

    /// <summary>Runs a script.</summary>
    /// <param name="script">The script's name in <c>eng/</c>.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>Its exit code, and what it said.</returns>
    public static (int ExitCode, string Output) Run(string script, params string[] arguments) =>
        Python([Path.Combine(GoldenFile.Repository, "eng", script), .. arguments]);

    private static (int ExitCode, string Output) Python(params string[] arguments)
    {
        var python = Environment.GetEnvironmentVariable("LANDFALL_PYTHON") ?? "python3";
        using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
    }
}
