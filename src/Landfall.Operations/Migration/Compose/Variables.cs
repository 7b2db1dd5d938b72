namespace Landfall.Operations.Migration.Compose;

/// <summary><c>environment</c>, which is a mapping or a list of lines.</summary>
internal static class Variables
{
    /// <summary>Reads it.</summary>
    /// <param name="map">The service's keys.</param>
    /// <returns>Names and values, in the file's order; a name without a value has that of the caller's environment.</returns>
    public static IReadOnlyList<(string Name, string Value)> Read(ManifestMap map) =>
        map.Map("environment") is { } variables
            ? [.. variables.AllKeys.Select(key => (key, variables.Text(key) ?? $"${{{key}}}"))]
            : [.. map.Texts("environment").Select(line => line.Split('=', 2) is [var name, var value] ? (name, value) : (line, $"${{{line}}}"))];
}
