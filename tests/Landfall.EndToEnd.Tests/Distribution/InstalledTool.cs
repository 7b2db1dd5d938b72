namespace Landfall.EndToEnd.Tests.Distribution;

/// <summary>The command line as a user gets it: packed, and installed with the .NET CLI into an empty folder.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    /// <summary>The packed version.</summary>
    public const string Version = "0.1.0-installed";

    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-tool-").FullName;

    /// <summary>The folder with the packed files.</summary>
    public string Packages => Path.Combine(_folder, "packages");

    /// <summary>The command line's own package.</summary>
    public string CliPackage => Path.Combine(Packages, $"Landfall.{Version}.nupkg");

    /// <summary>An empty folder whose NuGet sources have the packed files.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, "work", name)).FullName;

    // Packing compiles the function of 'deploy.checks', as a release has it (eng/hooks.sh).
    private static bool HasCompiler => RequiredTool.IsInstalled("clang") || RequiredTool.IsInstalled("gcc");

    /// <summary>Skips a test where nothing could be packed.</summary>
    /// <returns>This tool.</returns>
    public InstalledTool OrSkip()
    {
        if (!HasCompiler)
            Assert.Skip("Neither 'clang' nor 'gcc' is installed (apt-get install clang).");
        return this;
    }

    public async ValueTask InitializeAsync()
    {
        if (!HasCompiler)
            return;
        (await ProgramRun.RunAsync("bash", [Path.Combine(Repository.Root, "eng", "pack.sh"), Packages, Version], Environment(), _folder)).Succeeded();
        Directory.CreateDirectory(Path.Combine(_folder, "work"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "work", "nuget.config"), NuGetConfig());
        (await DotnetAsync(
            "tool", "install", "Landfall", "--tool-path", Path.Combine(_folder, "tool"), "--version", Version, "--add-source", Packages)).Succeeded();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the installed tool with a home of its own and none of this repository's settings.</summary>
    public Task<ProgramResult> LandfallAsync(params string[] arguments) =>
        ProgramRun.RunAsync(Path.Combine(_folder, "tool", "landfall"), arguments, Environment(), Path.Combine(_folder, "work"));

    private Task<ProgramResult> DotnetAsync(params string[] arguments) =>
        ProgramRun.RunAsync("dotnet", arguments, Environment(), _folder);

    // What a release ships is a source beside those of this machine, as a user's is. Packages are unpacked into a folder of this test, lest an older build of the
    // same version is taken; the public packages that others unpacked are used where they lie.
    private string NuGetConfig() =>
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{Path.Combine(_folder, "unpacked")}" />
          </config>
          <fallbackPackageFolders>
            <add key="machine" value="{MachinePackages}" />
          </fallbackPackageFolders>
          <packageSources>
            <add key="packed" value="{Packages}" />
          </packageSources>
        </configuration>
        """;

    private static string MachinePackages =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private Dictionary<string, string?> Environment()
    {
        var variables = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("LANDFALL_", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => (string?)null);
        variables["LANDFALL_HOME"] = Path.Combine(_folder, "home");
        variables["JSII_NODE"] = null;
        variables["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return variables;
    }
}
