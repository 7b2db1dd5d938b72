using Landfall.Config;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>From where to where a file is copied: one end is in a container, the other on this machine.</summary>
/// <param name="Service">The service at one end.</param>
/// <param name="Inside">The path in its container.</param>
/// <param name="Outside">The path on this machine.</param>
/// <param name="IsUpload">True into the container, false out of it.</param>
internal sealed record CopyRoute(string Service, string Inside, string Outside, bool IsUpload)
{
    /// <summary>Tells which end is which.</summary>
    /// <param name="source">The file.</param>
    /// <param name="target">Where it goes.</param>
    /// <returns>The route.</returns>
    /// <exception cref="LandfallException">Not exactly one end is in a container.</exception>
    public static CopyRoute Of(string source, string target) => (Split(source), Split(target)) switch
    {
        (null, { } to) => new CopyRoute(to.Service, to.Path, source, IsUpload: true),
        ({ } from, null) => new CopyRoute(from.Service, from.Path, target, IsUpload: false),
        ({ }, { }) => throw new LandfallException(ErrorCodes.CopyRoute, $"Both '{source}' and '{target}' are in containers. Copy to this machine first, and from there."),
        _ => throw new LandfallException(ErrorCodes.CopyRoute, $"Neither '{source}' nor '{target}' is in a container. Write that end as 'service:path', for example 'api:/tmp/heap.dump'."),
    };

    // A single letter is a drive of Windows: names of services have two letters at least where somebody copies from such a machine.
    private static (string Service, string Path)? Split(string end)
    {
        var colon = end.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || end.AsSpan(0, colon).ContainsAny('/', '\\') || (colon == 1 && end.Length > 2 && end[2] is '\\' or '/' && OperatingSystem.IsWindows()))
            return null;
        return colon + 1 < end.Length
            ? (end[..colon], end[(colon + 1)..])
            : throw new LandfallException(ErrorCodes.CopyRoute, $"'{end}' has no path. Write 'service:path', for example '{end}/tmp/'.");
    }
}
