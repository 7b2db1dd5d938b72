using System.Runtime.InteropServices;

namespace Landfall.Constructs.Hosting.Warm;

/// <summary>
/// Takes this process and what it starts out of the terminal's session, so that Ctrl-C and a closed terminal reach the
/// command that started it and not the host: setsid(2).
/// </summary>
internal static class OwnSession
{
    /// <summary>Begins a session of this process's own. It stays where it is when it leads a group already.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetSid();
        }
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSid();
}
