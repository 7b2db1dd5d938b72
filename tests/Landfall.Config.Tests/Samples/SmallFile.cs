namespace Landfall.Config.Tests.Samples;

/// <summary>A file of three lines, to which tests add what they are about from line 4 on.</summary>
internal static class SmallFile
{
    public const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n";

    /// <summary>The place and code of every problem, for example <c>4:12 LF1301</c>.</summary>
    public static string[] Problems(string rest, Func<string, string?>? variable = null) =>
        [.. TestLoad.Text(Head + rest, variable: variable).Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Code}")];

    /// <summary>The problems of one service, which is on line 5.</summary>
    public static string[] ServiceProblems(string service) => Problems($"services:\n  {service}\n");
}
