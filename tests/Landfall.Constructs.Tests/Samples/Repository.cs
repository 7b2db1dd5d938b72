using System.Runtime.CompilerServices;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>Where the repository is, and that jsii runs on the Node that eng/setup.sh installs.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    [ModuleInitializer]
    internal static void UseProjectNode()
    {
        var node = Path.Combine(Root, ".build/tools/node_modules/.bin/node");
        if (Environment.GetEnvironmentVariable("JSII_NODE") is null && File.Exists(node))
        {
            Environment.SetEnvironmentVariable("JSII_NODE", node);
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Landfall.slnx")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException($"'{AppContext.BaseDirectory}' is not below the repository.");
        }

        return folder;
    }
}
