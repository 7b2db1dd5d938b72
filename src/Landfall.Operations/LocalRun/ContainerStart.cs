namespace Landfall.Operations.LocalRun;

/// <summary>A container to start.</summary>
/// <param name="Name">Its name in the engine.</param>
/// <param name="Image">Its image.</param>
/// <param name="Command">The command in the place of the image's own; empty for that.</param>
/// <param name="Variables">Its variables.</param>
internal sealed record ContainerStart(string Name, string Image, IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Variables)
{
    // What the engines' own programs read: a service's variable of such a name would be taken for theirs.
    private static readonly string[] Engines = ["PATH", "HOME", "TMPDIR", "DOCKER", "CONTAINER", "BUILD", "STORAGE_", "REGISTRY_", "XDG_", "DBUS_", "SSH_", "LD_", "GO", "HTTP", "NO_PROXY", "ALL_PROXY", "http", "no_proxy", "all_proxy", "SSL_", "FINCH", "LIMA", "NERDCTL"];

    /// <summary>The network: a name, or <c>container:</c> and another container.</summary>
    public required string Network { get; init; }

    /// <summary>Ports of the loopback interface, with the ports inside that they lead to.</summary>
    public IReadOnlyDictionary<int, int> Ports { get; init; } = new Dictionary<int, int>();

    /// <summary>True where the root file system is read-only.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Folders of memory.</summary>
    public IReadOnlyList<string> Memory { get; init; } = [];

    /// <summary>Volumes, each with the folder that it is mounted at and <c>:ro</c> where it is read alone.</summary>
    public IReadOnlyDictionary<string, string> Volumes { get; init; } = new Dictionary<string, string>();

    /// <summary>The user; null for the image's own.</summary>
    public string? User { get; init; }

    /// <summary>The variables that are handed over in a file: a line each.</summary>
    public IReadOnlyDictionary<string, string> InFile => Pick(file: true);

    /// <summary>The variables that are handed over by name, in the engine's own environment: those with line ends, and what a file's reader might take for quotes.</summary>
    public IReadOnlyDictionary<string, string> ByName => Pick(file: false);

    /// <summary>The words after <c>run</c> and how it is to run. No value of a variable is among them, which every user of the machine could read.</summary>
    /// <param name="group">Whose container it is.</param>
    /// <param name="file">The file with <see cref="InFile"/>.</param>
    /// <returns>The words.</returns>
    public IReadOnlyList<string> Words(string group, string file)
    {
        List<string> words = ["--name", Name, "--label", $"{LocalGroup.Label}={group}", "--network", Network, "--env-file", file];
        foreach (var name in ByName.Keys)
            words.AddRange(["--env", name]);
        foreach (var (port, inside) in Ports)
            words.AddRange(["--publish", $"127.0.0.1:{port}:{inside}"]);
        if (ReadOnly)
            words.Add("--read-only");
        foreach (var folder in Memory)
            words.AddRange(["--tmpfs", folder]);
        foreach (var (volume, place) in Volumes)
            words.AddRange(["--volume", $"{volume}:{place}"]);
        if (User is not null)
            words.AddRange(["--user", User]);
        words.Add(Image);
        words.AddRange(Command);
        return words;
    }

    private SortedDictionary<string, string> Pick(bool file) => new(
        Variables.Where(one => file != (one.Value.AsSpan().IndexOfAny('\n', '\r') >= 0 || (one.Value is ['"' or '\'' or ' ', ..] && !Engines.Any(begin => one.Key.StartsWith(begin, StringComparison.Ordinal)))))
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal),
        StringComparer.Ordinal);
}
