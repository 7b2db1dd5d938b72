using Landfall.Config;

namespace Landfall.Operations;

/// <summary>The per-user folder for what Landfall downloads, builds once and remembers between runs.</summary>
internal static class LandfallHome
{
    /// <summary>The folder: <c>LANDFALL_HOME</c>, or <c>.landfall</c> in the user's home.</summary>
    public static string Folder { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("LANDFALL_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), OwnState.WorkFolder));

    /// <summary>Names a folder below <see cref="Folder"/> and creates it.</summary>
    /// <param name="parts">The path below.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="LandfallException">It cannot be created.</exception>
    public static string Below(params ReadOnlySpan<string> parts)
    {
        try
        {
            return InTheWay.OfFolder(Path.Combine([Folder, .. parts]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.HomeNotWritable, $"'{Folder}', where Landfall keeps what it downloads and remembers, cannot be written: {e.Message} Make it writable, or set LANDFALL_HOME to a folder that is.");
        }
    }
}
