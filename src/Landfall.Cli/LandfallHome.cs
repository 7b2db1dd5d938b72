namespace Landfall.Cli;

/// <summary>The per-user folder for what Landfall downloads, builds once and remembers between runs.</summary>
internal static class LandfallHome
{
    /// <summary>The folder: <c>LANDFALL_HOME</c>, or <c>.landfall</c> in the user's home.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("LANDFALL_HOME")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".landfall");

    /// <summary>Names a folder below <see cref="Folder"/> and creates it.</summary>
    /// <param name="parts">The path below.</param>
    /// <returns>The full path.</returns>
    public static string Below(params ReadOnlySpan<string> parts) =>
        Directory.CreateDirectory(Path.Combine([Folder, .. parts])).FullName;
}
