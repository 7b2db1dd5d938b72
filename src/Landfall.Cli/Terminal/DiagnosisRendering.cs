using System.Globalization;
using Landfall.Operations.Kubernetes;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>How a cluster's diagnosis looks: the likeliest cause with its evidence and remedy, the others a line each.</summary>
internal static class DiagnosisRendering
{
    /// <summary>Writes it.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">The diagnosis.</param>
    /// <param name="everything">True for the evidence of every cause.</param>
    public static void Write(Screen screen, ClusterReport report, bool everything)
    {
        foreach (var answer in report.Answers)
        {
            Line(screen, string.Create(CultureInfo.InvariantCulture, $"{answer.Rank}. {answer.Explanation}"));
            Line(screen, $"   {Where(answer)}, {answer.Cause}, {answer.Sureness}");
            if (!everything && answer.Rank > 1)
                continue;
            foreach (var evidence in answer.Evidence)
                Line(screen, $"   seen: {evidence}");
            foreach (var other in answer.RuledOut)
                Line(screen, $"   not: {other}");
            Line(screen, $"   do: {answer.Remedy.Summary}");
            foreach (var command in answer.Remedy.Commands)
                Line(screen, $"       {command}");
        }
        foreach (var unread in report.Unread)
            screen.Talk.WriteLine($"Not read: {unread}");
        screen.Talk.WriteLine(report.Answers.Count == 0 ? $"No problem found in {report.Source}."
            : report.Answers.Count == 1 || everything ? $"Looked at {report.Source}."
            : $"Looked at {report.Source}. '--verbose' shows the evidence of every cause.");
    }

    private static string Where(ClusterAnswer answer) => answer.Namespace is null ? answer.Object : $"{answer.Object} in {answer.Namespace}";

    private static void Line(Screen screen, string text)
    {
        foreach (var line in HangingLines.Of(text, screen.Data.Profile.Width))
            screen.Data.Profile.Out.Writer.WriteLine(line);
    }
}
