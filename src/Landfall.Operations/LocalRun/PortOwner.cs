using System.Globalization;

namespace Landfall.Operations.LocalRun;

/// <summary>Finds the process that listens on a port, where Linux tells it: <c>proc(5)</c>, <c>/proc/net/tcp</c> and <c>/proc/pid/fd</c>.</summary>
internal static class PortOwner
{
    private const string Listening = "0A";

    /// <summary>Finds it.</summary>
    /// <param name="port">The port.</param>
    /// <returns>Its name and number; null where it is not known: another user's, or not on Linux.</returns>
    public static string? Of(int port)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var sockets = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(parts => parts.Length > 9 && parts[3] == Listening && parts[1].EndsWith($":{port:X4}", StringComparison.Ordinal))
                .Select(parts => $"socket:[{parts[9]}]")
                .ToHashSet(StringComparer.Ordinal);
            return Directory.EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && Has(folder, sockets))
                .Select(folder => $"{File.ReadAllText(Path.Combine(folder, "comm")).Trim()} (process {Path.GetFileName(folder)})")
                .FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Has(string folder, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(folder, "fd")).Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is another user's
        }
    }
}
