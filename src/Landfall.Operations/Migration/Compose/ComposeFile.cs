using System.Text.RegularExpressions;
using Landfall.Config;
using Landfall.Config.Tree;

namespace Landfall.Operations.Migration.Compose;

/// <summary>A Compose file.</summary>
/// <param name="Root">Its folder.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Tree">What is in it.</param>
/// <remarks>Source of the keys' meanings: Docker, "Compose file reference".</remarks>
internal sealed partial record ComposeFile(string Root, string Name, MapNode Tree)
{
    // In the order in which Docker Compose looks for them (Docker, "How Compose works", The Compose file).
    private static readonly string[] Names = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder that it is in.</param>
    /// <returns>The file.</returns>
    /// <exception cref="LandfallException">There is none, or it cannot be read.</exception>
    public static ComposeFile Read(string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var name = Array.Find(Names, file => File.Exists(Path.Combine(root, file)))
            ?? throw new LandfallException(ErrorCodes.NothingToMigrate, $"There is no Compose file in '{root}': it is called {string.Join(", ", Names[..^1])} or {Names[^1]}.");
        return new ComposeFile(root, name, ForeignYaml.Read(Path.Combine(root, name), name));
    }

    /// <summary>
    /// A text with variables as the new file has them (Docker, "Interpolation"): <c>${A}</c>, <c>$A</c>, <c>${A:-default}</c>; what
    /// is to happen with an unset one otherwise has no equal, and <c>$$</c> is a dollar sign.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static string Resolve(string text) => Variable().Replace(text, match =>
        match.Value == "$$" ? "$"
        : match.Groups["default"].Success ? $"${{env:{match.Groups["name"].Value}:-{match.Groups["default"].Value}}}"
        : $"${{env:{match.Groups["name"].Value}}}");

    /// <summary>Whether a value is that of a variable of the caller's, and nothing else.</summary>
    public static bool IsReference(string text) => Variable().Match(text) is { Success: true, Length: > 2 } match && match.Length == text.Length && !match.Groups["default"].Success;

    [GeneratedRegex(@"\$\$|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:?-(?<default>[^}]*)|:?[?+][^}]*)?\}|\$(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
