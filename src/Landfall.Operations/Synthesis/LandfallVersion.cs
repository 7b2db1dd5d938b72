using System.Diagnostics;
using System.Reflection;

namespace Landfall.Operations.Synthesis;

/// <summary>Landfall's version: that of the command line and of the constructs have to agree, since a plan passes between them.</summary>
internal static class LandfallVersion
{
    /// <summary>The command line's version, without the commit.</summary>
    public static string Current { get; } = WithoutCommit(
        typeof(LandfallVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Reads the version of the constructs that a host was built with.</summary>
    /// <param name="folder">The host's folder.</param>
    /// <returns>The version, or null when it does not use them.</returns>
    public static string? OfConstructsIn(string folder)
    {
        var library = Path.Combine(folder, "Landfall.Constructs.dll");
        return File.Exists(library) ? WithoutCommit(FileVersionInfo.GetVersionInfo(library).ProductVersion ?? "") : null;
    }

    private static string WithoutCommit(string version) => version.Split('+')[0];
}
