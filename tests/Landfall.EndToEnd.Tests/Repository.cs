using System.Reflection;

namespace Landfall.EndToEnd.Tests;

/// <summary>Where things are in this checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>What the tests were built as: Debug or Release.</summary>
    private static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The command line (<see cref="PublishedProgram"/>).</summary>
    public static string Cli { get; } = Path.Combine(Root, ".build", "cli", "landfall.dll");

    /// <summary>The synth host, published beside it.</summary>
    public static string SynthHost { get; } = Path.Combine(Root, ".build", "synth", "Landfall.Synth.dll");

    /// <summary>The function that ECS calls during a rollout, as a program that .NET runs.</summary>
    public static string HookProgram { get; } = Path.Combine(Root, "src", "Landfall.Hooks", "bin", Configuration, "net10.0", "Landfall.Hooks.dll");

    public static string Tools { get; } = Path.Combine(Root, ".build", "tools");

    public static string Hooks { get; } = Path.Combine(Root, ".build", "hooks");

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Landfall.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        return folder;
    }
}
