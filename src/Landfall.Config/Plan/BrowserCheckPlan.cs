namespace Landfall.Config.Plan;

/// <summary>Steps of a person in a browser, which runs as a task of its own.</summary>
/// <param name="File">The browser file, below the project's folder.</param>
/// <param name="Image">The image that it runs in: it has Node, and Chromium or Chrome.</param>
/// <param name="Secrets">The secrets whose values are typed, by name.</param>
public sealed record BrowserCheckPlan(string File, string Image, IReadOnlyList<string> Secrets)
{
    /// <summary>
    /// The image where the file names none: Playwright's, which Microsoft publishes for both architectures, with Node, and Chromium below
    /// <c>/ms-playwright</c> (Playwright's documentation, "Docker"); by its tag, as other images of others are.
    /// </summary>
    internal const string DefaultImage = "mcr.microsoft.com/playwright:v1.63.0-noble";
}
