namespace Landfall.Config.Values;

/// <summary>
/// The names of the IANA time zone database. They are kept with the program, since the machine may have no database, or
/// another version of it.
/// </summary>
internal static class TimeZones
{
    private static readonly Lazy<HashSet<string>> All = new(Read);

    /// <summary>Every name.</summary>
    public static IReadOnlyCollection<string> Names => All.Value;

    /// <summary>True for a name in the database; <c>UTC</c> is one without looking.</summary>
    public static bool Exists(string name) => name == "UTC" || All.Value.Contains(name);

    private static HashSet<string> Read()
    {
        using var stream = typeof(TimeZones).Assembly.GetManifestResourceStream("time-zones.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
