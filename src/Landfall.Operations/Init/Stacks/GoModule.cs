using System.Text.RegularExpressions;

namespace Landfall.Operations.Init.Stacks;

/// <summary>A Go module: its version and its main package.</summary>
internal sealed partial class GoModule(string folder, string service)
{
    private const string Newest = "1.25";

    /// <summary>The version of Go that the module asks for.</summary>
    public string Version =>
        Directive().Match(Read(Path.Combine(folder, "go.mod"))) is { Success: true } match ? match.Groups[1].Value : Newest;

    /// <summary>The main package: the module's own, or the service's below <c>cmd</c>.</summary>
    public string Main
    {
        get
        {
            if (IsMain(folder))
            {
                return ".";
            }

            var commands = Path.Combine(folder, "cmd");
            string[] all = Directory.Exists(commands) ? [.. Directory.EnumerateDirectories(commands).Where(IsMain).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)] : [];
            return all.Length == 0 ? IsMain(commands) ? "./cmd" : "." : $"./cmd/{(all.Contains(service) ? service : all[0])}";
        }
    }

    private static bool IsMain(string path) => Directory.Exists(path)
        && Directory.EnumerateFiles(path, "*.go").Any(file => Package().IsMatch(Read(file)));

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    [GeneratedRegex(@"^go (\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^package main\b", RegexOptions.Multiline)]
    private static partial Regex Package();
}
