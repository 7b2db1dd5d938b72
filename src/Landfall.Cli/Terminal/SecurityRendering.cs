using System.Globalization;
using Landfall.Operations.Security;
using Landfall.Operations.Security.Fixing;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>How findings look: grouped by file, one line for each rule; all there is to say about each where that is asked for.</summary>
internal static class SecurityRendering
{
    /// <summary>Writes them.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="report">The report.</param>
    /// <param name="everything">True for low ones too, and for reasons and fixes.</param>
    public static void Write(Screen screen, SecurityReport report, bool everything)
    {
        var lines = screen.Data.Profile.Out.Writer;
        foreach (var file in report.Fixes ?? [])
            WriteFix(screen, file);
        foreach (var file in report.Findings.Where(finding => everything || finding.Severity > Severity.Low).GroupBy(finding => finding.File))
        {
            lines.WriteLine(file.Key);
            foreach (var rule in file.GroupBy(finding => finding.Rule).OrderByDescending(rule => rule.First().Severity).ThenBy(rule => rule.First().Line))
            {
                if (everything)
                    WriteAll(screen, rule);
                else
                    lines.WriteLine($"  {Word(rule.First().Severity),-8} {rule.First().Title} [{rule.Key}], {Places(rule)}");
            }
        }

        foreach (var file in report.Unread)
            screen.Talk.WriteLine($"Not judged: {file.File}: {file.Reason}");
        foreach (var note in report.Notes)
            screen.Talk.WriteLine(note);
        screen.Talk.WriteLine(Verdict(report, everything));
    }

    private static void WriteFix(Screen screen, FixedFile file)
    {
        var lines = screen.Data.Profile.Out.Writer;
        if (!file.Written)
            lines.WriteLine(file.Difference);
        screen.Talk.WriteLine($"{(file.Written ? "Fixed" : "Would fix")} in {file.File}:");
        foreach (var rule in file.Fixed.GroupBy(one => one.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal))
            screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Key} ({rule.Count()}). {rule.First().Note}").TrimEnd());
    }

    private static void WriteAll(Screen screen, IGrouping<string, SecurityFinding> rule)
    {
        var first = rule.First();
        var lines = screen.Data.Profile.Out.Writer;
        lines.WriteLine($"  {Word(first.Severity),-8} {first.Title} [{rule.Key}] ({first.Reference})");
        foreach (var finding in rule)
        {
            foreach (var line in HangingLines.Of(string.Create(CultureInfo.InvariantCulture, $"           line {finding.Line} {finding.Resource}: {finding.Reason}"), screen.Data.Profile.Width))
                lines.WriteLine(line);
        }

        foreach (var line in HangingLines.Of($"           Fix: {first.Fix}", screen.Data.Profile.Width))
            lines.WriteLine(line);
    }

    private static string Places(IEnumerable<SecurityFinding> findings)
    {
        const int Shown = 5;
        List<int> at = [.. findings.Select(finding => finding.Line).Distinct()];
        var more = at.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {at.Count - Shown} more") : "";
        return $"line{(at.Count > 1 ? "s" : "")} {string.Join(", ", at.Take(Shown).Select(line => line.ToString(CultureInfo.InvariantCulture)))}{more}";
    }

    private static string Verdict(SecurityReport report, bool everything)
    {
        var counts = report.Findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Word(group.Key)}")).ToList();
        var found = counts.Count == 0 ? "nothing found" : string.Join(", ", counts);
        var accepted = report.Suppressed.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {report.Suppressed.Count} accepted") : "";
        var failed = report.Failed ? $" It fails from {Word(report.FailOn)} on ('--fail-on')." : "";
        var more = everything || counts.Count == 0 ? "" : " '--verbose' shows low ones too, reasons and fixes.";
        return string.Create(CultureInfo.InvariantCulture, $"{report.Files} files: {found}{accepted}.{failed}{more}");
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
