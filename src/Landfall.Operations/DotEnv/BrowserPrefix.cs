using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.DotEnv;

/// <summary>
/// What the names of variables begin with that a framework hands to the browser: Vite, "Env Variables and Modes"; Create React
/// App, "Adding Custom Environment Variables"; Next.js, "Environment Variables"; Nuxt, "Runtime Config"; Vue CLI, "Modes and
/// Environment Variables"; Gatsby, "Environment Variables"; Astro, "Using environment variables".
/// </summary>
internal static class BrowserPrefix
{
    private static readonly (string Package, string Prefix)[] Prefixes =
    [
        ("next", "NEXT_PUBLIC_"), ("nuxt", "NUXT_PUBLIC_"), ("react-scripts", "REACT_APP_"), ("@vue/cli-service", "VUE_APP_"),
        ("gatsby", "GATSBY_"), ("astro", "PUBLIC_"), ("vite", "VITE_"),
    ];

    /// <summary>Finds it out from the packages that a site is built with.</summary>
    /// <param name="folder">The site's folder.</param>
    /// <returns>The prefix; empty where no framework is known.</returns>
    public static string Of(string folder)
    {
        var file = Path.Combine(folder, "package.json");
        if (!File.Exists(file))
            return "";
        try
        {
            var package = JsonNode.Parse(File.ReadAllText(file));
            var packages = new[] { "dependencies", "devDependencies" }.SelectMany(key => (package?[key] as JsonObject)?.Select(entry => entry.Key) ?? []).ToHashSet(StringComparer.Ordinal);
            return Prefixes.FirstOrDefault(one => packages.Contains(one.Package)).Prefix ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
