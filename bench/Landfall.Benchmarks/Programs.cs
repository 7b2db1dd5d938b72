using System.Diagnostics;

namespace Landfall.Benchmarks;

/// <summary>The programs that are measured.</summary>
/// <param name="Landfall">The published command line.</param>
/// <param name="HandWritten">The entry assembly of the plain CDK program.</param>
/// <param name="Shop">The sample that is deployed.</param>
/// <param name="Environment">The variables that <c>eng/environment.sh</c> sets.</param>
internal sealed record Programs(string Landfall, string HandWritten, string Shop, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Finds them from this program's own place, and publishes Landfall where that is not current.</summary>
    /// <returns>The programs.</returns>
    /// <exception cref="InvalidOperationException">This program does not run from the repository, or the build fails.</exception>
    public static Programs Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Landfall.slnx")))
            root = root.Parent;
        if (root is null)
            throw new InvalidOperationException($"'{here}' is not inside the repository.");

        using var build = Process.Start(new ProcessStartInfo(Path.Combine(root.FullName, "landfall"), ["--version"]) { RedirectStandardOutput = true })!;
        build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new InvalidOperationException("'./landfall --version' failed.");

        var artifacts = Path.Combine(root.FullName, ".build");
        var tools = Path.Combine(artifacts, "tools");
        // Built with this program, so in the same configuration: bin/Release/net10.0 of both.
        var output = Path.GetRelativePath(Path.Combine(root.FullName, "bench", "Landfall.Benchmarks"), here.FullName);
        return new Programs(
            Path.Combine(artifacts, "cli", "landfall"),
            Path.Combine(root.FullName, "bench", "HandWritten", output, "HandWritten.dll"),
            Path.Combine(root.FullName, "samples", "shop"),
            new Dictionary<string, string>
            {
                ["LANDFALL_SYNTH_HOST"] = Path.Combine(artifacts, "synth", "Landfall.Synth.dll"),
                ["LANDFALL_TOOLS"] = tools,
                ["JSII_NODE"] = Path.Combine(tools, "node_modules", ".bin", "node"),
                ["DOTNET_TieredPGO"] = "0",
            });
    }
}
