namespace Landfall.Config.Tests.Samples;

/// <summary>A file of three lines, to which tests add what they are about from line 4 on.</summary>
internal static class SmallFile
{
    public const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n";

    /// <summary>The place and code of every error, for example <c>4:12 LF1301</c>.</summary>
    public static string[] Problems(string rest, Func<string, string?>? variable = null) =>
        Found(rest, ProblemSeverity.Error, variable);

    /// <summary>The place and code of every warning.</summary>
    public static string[] Warnings(string rest) => Found(rest, ProblemSeverity.Warning, null);

    private static string[] Found(string rest, ProblemSeverity severity, Func<string, string?>? variable) =>
        [.. TestLoad.Text(Head + rest, variable: variable).Problems
            .Where(problem => problem.Severity == severity)
            .Select(problem => $"{problem.Line}:{problem.Column} {problem.Code}")];
}
