using Landfall.Operations.Processes;

namespace Landfall.Operations.Synthesis;

/// <summary>The socket at which one synth host of this user's is met: another program or environment has another.</summary>
internal static class WarmDoor
{
    // sockaddr_un has 104 bytes for the path on macOS and 108 on Linux, with the zero at its end.
    private const int LongestPath = 103;

    private const int Digits = 12;

    /// <summary>Tells whether a host may stay: not where a build server waits for every process to end, and not on Windows, which has no sessions to leave.</summary>
    /// <param name="variables">The variables of this process.</param>
    /// <returns>True or false.</returns>
    public static bool IsAllowed(IReadOnlyDictionary<string, string> variables) =>
        !OperatingSystem.IsWindows() && !BuildServer.IsHere(name => variables.GetValueOrDefault(name));

    /// <summary>Names the socket.</summary>
    /// <param name="folder">The folder for sockets, which only this user may enter.</param>
    /// <param name="host">The program.</param>
    /// <param name="environment">Its environment.</param>
    /// <returns>A path, or null when it would be too long for a socket.</returns>
    public static string? Of(string folder, SynthHost host, IEnumerable<KeyValuePair<string, string>> environment)
    {
        using var hash = new InputHash();
        hash.AddText(host.Assembly);
        hash.AddText(host.Identity);
        foreach (var (name, value) in environment)
            hash.AddText($"{name}={value}");
        var path = Path.Combine(folder, hash.ToString()[..Digits]);
        return path.Length <= LongestPath ? path : null;
    }
}
