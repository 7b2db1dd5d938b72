using System.ComponentModel;
using System.Diagnostics;

namespace Landfall.Cli.Terminal;

/// <summary>Opens addresses with what this machine opens them with.</summary>
internal static class Browser
{
    /// <summary>Opens an address.</summary>
    /// <param name="url">An address of the web.</param>
    /// <returns>False where there is nothing to open it with.</returns>
    public static bool TryOpen(Uri url)
    {
        // Windows asks its shell, which finds the browser; elsewhere a program does, and no shell reads the address.
        var info = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(url.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [url.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var browser = Process.Start(info);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
