namespace Landfall.Operations.Processes;

/// <summary>Tells which programs this machine has.</summary>
internal static class ProgramPath
{
    /// <summary>AWS's program that attaches to sessions.</summary>
    public const string SessionPlugin = "session-manager-plugin";

    /// <summary>Where it comes from.</summary>
    public const string SessionPluginPage = "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html";

    /// <summary>Tells whether a program is on <c>PATH</c>.</summary>
    /// <param name="program">Its name.</param>
    /// <returns>True where it is.</returns>
    public static bool Has(string program)
    {
        var name = OperatingSystem.IsWindows() ? $"{program}.exe" : program;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Any(folder => File.Exists(Path.Combine(folder, name)));
    }
}
