using System.Reflection;
using Landfall.Cli.Processes;
using Landfall.Config;

namespace Landfall.Cli.Synthesis;

/// <summary>Builds synth hosts: the user's own, and the default one when Landfall was installed as a .NET tool.</summary>
internal static class HostBuilder
{
    /// <summary>Builds the user's own host.</summary>
    /// <param name="folder">The folder with exactly one project file.</param>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    /// <exception cref="LandfallException">There is not exactly one project, or it does not build.</exception>
    public static async Task<SynthHost> BuildAsync(string folder, Action<string> progress, CancellationToken cancellation)
    {
        var projects = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csproj") : [];
        if (projects.Length != 1)
            throw new LandfallException("LF5021", $"'extend' names '{folder}', which has {projects.Length} project files; it must be a folder with one .csproj.");

        progress($"Building {Path.GetFileName(projects[0])} …");
        var output = Path.Combine(folder, "bin", "landfall");
        var build = new ProcessSpec("dotnet", ["build", projects[0], "-c", "Release", "-o", output, "-nologo", "-v", "quiet"]);
        var result = await ProcessRunner.RunAsync(build, null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException("LF5022", $"The synth host '{projects[0]}' does not build:\n{Errors(result.Output)}");

        // The deps file stands beside the entry assembly alone, whatever the assembly is called.
        var runtime = Directory.GetFiles(output, "*.runtimeconfig.json");
        return runtime.Length == 1
            ? new SynthHost(runtime[0].Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal))
            : throw new LandfallException("LF5023", $"'{projects[0]}' builds no program: set <OutputType>Exe</OutputType>.");
    }

    /// <summary>Obtains the default host's package and builds it, once per version.</summary>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The host.</returns>
    public static Task<SynthHost> BuildDefaultAsync(Action<string> progress, CancellationToken cancellation)
    {
        var version = Version();
        var folder = LandfallHome.Below("host", version);
        var built = Path.Combine(folder, "bin", "landfall", "landfall-host.dll");
        if (File.Exists(built))
            return Task.FromResult(new SynthHost(built));

        progress($"Obtaining the synth host {version} (once, about a minute) …");
        File.WriteAllText(Path.Combine(folder, "landfall-host.csproj"), ProjectText(version));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return Landfall.Constructs.LandfallHost.Run(args);\n");
        return BuildAsync(folder, progress, cancellation);
    }

    private static string Version() =>
        typeof(HostBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string ProjectText(string version) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Landfall.Constructs" Version="{version}" />
          </ItemGroup>
        </Project>

        """;

    private static string Errors(string output) =>
        string.Join('\n', output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Distinct().Take(10));
}
