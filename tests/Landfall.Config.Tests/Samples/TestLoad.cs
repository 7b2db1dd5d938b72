using Landfall.Config.Plan;

namespace Landfall.Config.Tests.Samples;

/// <summary>Loads text as if it were a file in a folder of its own.</summary>
internal static class TestLoad
{
    public static LoadedConfig Text(string text, string name = "landfall.yaml", Func<string, string?>? variable = null) =>
        Bytes(System.Text.Encoding.UTF8.GetBytes(text), name, variable);

    public static LoadedConfig Bytes(byte[] bytes, string name = "landfall.yaml", Func<string, string?>? variable = null)
    {
        var folder = Directory.CreateTempSubdirectory("landfall-test-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(file, bytes);

            // Those that a sample may name.
            var checks = folder.CreateSubdirectory("checks").FullName;
            File.WriteAllText(Path.Combine(checks, "api.http"), "GET /health\n");
            File.WriteAllText(Path.Combine(checks, "other.http"), "GET /health\n");
            File.WriteAllText(Path.Combine(checks, "shop.browser"), "open /\ntype \"{{secret.stripe}}\" into #key\n");
            return ConfigLoader.Load(file, variable ?? (_ => null));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The problems as text, with the file's name alone.</summary>
    public static string[] Problems(string text, string name = "landfall.yaml", Func<string, string?>? variable = null) =>
        [.. Text(text, name, variable).Problems.Select(problem => (problem with { File = name }).ToString())];

    public static AppPlan Plan(string text, string environment, KnownFacts? context = null)
    {
        var loaded = Text(text);
        Assert.Empty(loaded.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString()));
        return PlanResolver.Resolve(loaded.Config!, environment, context);
    }
}
