using Landfall.Operations.Init;

namespace Landfall.Operations.Handover;

/// <summary>A first program for a repository that has none: it answers its health check, has a test, and passes its lint.</summary>
internal static class StarterFiles
{
    /// <summary>The languages that there is one for.</summary>
    public static IReadOnlyList<ProjectKind> Kinds { get; } = [ProjectKind.Node, ProjectKind.Python, ProjectKind.Go];

    private static readonly Dictionary<ProjectKind, string[]> Files = new()
    {
        [ProjectKind.Node] = ["package.json", "server.js", "test/server.test.js"],
        [ProjectKind.Python] = ["requirements.txt", "requirements-dev.txt", "main.py", "tests/test_main.py"],
        [ProjectKind.Go] = ["go.mod", "main.go", "main_test.go"],
    };

    /// <summary>Gives the files.</summary>
    /// <param name="kind">The language.</param>
    /// <param name="service">The service's name.</param>
    /// <returns>Their contents by name.</returns>
    public static IReadOnlyDictionary<string, string> Of(ProjectKind kind, string service) =>
        Files[kind].ToDictionary(name => name, name => Text($"{kind.ToString().ToLowerInvariant()}.{name.Replace('/', '.')}", service), StringComparer.Ordinal);

    private static string Text(string name, string service)
    {
        using var stream = typeof(StarterFiles).Assembly.GetManifestResourceStream($"Landfall.Operations.Handover.{name}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{{service}}", service, StringComparison.Ordinal);
    }
}
