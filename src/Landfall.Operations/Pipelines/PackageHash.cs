namespace Landfall.Operations.Pipelines;

/// <summary>
/// The hash of Landfall's package that this machine has: NuGet writes it beside a package that it has obtained (NuGet
/// documentation, "Managing the global packages folder"). Who has Landfall as a .NET tool has it.
/// </summary>
internal static class PackageHash
{
    /// <summary>Finds the hash.</summary>
    /// <param name="version">The version.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>SHA-512 in base 64; null where the package is not there, as in a checkout of Landfall.</returns>
    public static string? Of(string version, Func<string, string?> variable)
    {
        var packages = variable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".nuget", "packages");
        var file = Path.Combine(packages, "landfall", version, $"landfall.{version}.nupkg.sha512");
        if (!File.Exists(file))
            return null;
        var text = File.ReadAllText(file).Trim();
        return text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "+/=".Contains(c)) ? text : null;
    }
}
