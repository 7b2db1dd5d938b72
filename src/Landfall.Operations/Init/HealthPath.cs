using System.Text.RegularExpressions;

namespace Landfall.Operations.Init;

/// <summary>Looks in the code for the path that answers when a service is well.</summary>
internal static partial class HealthPath
{
    /// <summary>A front page is the one path that nearly every service has.</summary>
    public const string Otherwise = "/";

    // More than these would make 'init' slow, and the path stands near the beginning.
    private const int MostFiles = 400;
    private const int MostBytes = 256 * 1024;

    private static readonly string[] Code =
        [".js", ".mjs", ".cjs", ".ts", ".tsx", ".py", ".cs", ".go", ".java", ".kt", ".rb", ".ru", ".php", ".rs"];

    private static readonly string[] NotCode = ["node_modules", "bin", "obj", "dist", "build", "target", "vendor", ".git", ".venv", "venv", ".next", "test", "tests", "__pycache__", ".landfall"];

    /// <summary>Finds the path.</summary>
    /// <param name="folder">The folder with the code.</param>
    /// <returns>The path, or null when the code has none of the usual ones.</returns>
    public static string? In(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        return Files(new DirectoryInfo(folder)).Take(MostFiles)
            .Where(file => file.Length <= MostBytes)
            .Select(file => Path().Match(File.ReadAllText(file.FullName)))
            .Where(match => match.Success)
            .Select(match => Rooted(match.Groups[1].Value))
            .OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // Django's routes have no slash at the beginning, and one at the end.
    private static string Rooted(string path) => path.StartsWith('/') ? path : $"/{path}";

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => Code.Contains(file.Extension)).OrderBy(file => file.Name, StringComparer.Ordinal)
            .Concat(folder.EnumerateDirectories().Where(below => !NotCode.Contains(below.Name)).OrderBy(below => below.Name, StringComparer.Ordinal).SelectMany(Files));

    [GeneratedRegex(@"[""'`](/?(?:api/|actuator/)?(?:health|healthz|healthcheck|health-check|livez|readyz|ping|status|up)/?)[""'`]")]
    private static partial Regex Path();
}
