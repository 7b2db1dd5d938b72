namespace Landfall.Checks.Browsing;

/// <summary>A browser file: what a person does on the pages of a service, and what is to be seen then.</summary>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="Base">What the file itself says that <c>{{base}}</c> is, or null.</param>
/// <param name="Secrets">The secrets whose values it types, where each stands first.</param>
internal sealed record BrowserFile(IReadOnlyList<BrowserStep> Steps, string? Base, IReadOnlyList<SecretUse> Secrets)
{
    /// <summary>How the name of a browser file ends.</summary>
    public const string Extension = ".browser";

    /// <summary>Whether a file is one, by its name.</summary>
    /// <param name="path">The file.</param>
    /// <returns>True for one; false for a file with HTTP requests.</returns>
    public static bool Is(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
}
