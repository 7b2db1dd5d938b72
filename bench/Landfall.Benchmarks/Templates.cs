using System.Text.Json;

namespace Landfall.Benchmarks;

/// <summary>The templates of a cloud assembly.</summary>
internal static class Templates
{
    /// <summary>Counts the resources of all of them.</summary>
    /// <param name="folder">The cloud assembly.</param>
    /// <returns>How many.</returns>
    public static int CountResources(string folder) =>
        Directory.GetFiles(folder, "*.template.json").Sum(file =>
        {
            using var template = JsonDocument.Parse(File.ReadAllText(file));
            return template.RootElement.TryGetProperty("Resources", out var resources) ? resources.EnumerateObject().Count() : 0;
        });
}
