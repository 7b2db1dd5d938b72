using System.Runtime.InteropServices;

namespace Landfall.Cli.Terminal;

/// <summary>Tells whether this program was started with a standard stream.</summary>
/// <remarks>
/// Where it was started without one (<c>2&gt;&amp;-</c>), the runtime's own pipes and files get the free number, and
/// writing there would write into them. They are closed on exec; what a program is started with never is.
/// </remarks>
internal static partial class StandardStream
{
    public const int Output = 1;
    public const int Error = 2;

    // fcntl.h of Linux and of macOS.
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Tells whether a stream is the one that this program was started with.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>False when it was closed.</returns>
    public static bool WasGiven(int number) =>
        OperatingSystem.IsWindows() || (Flags(number, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Flags(int number, int command);
}
