using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Auditing;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall audit</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local, since) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--since"));
        return new Door<AuditParameters, AuditReport>(context, new AuditOperation(), folder, env, local, since)
        {
            Read = line => new AuditParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(since)),
            Render = Render,
            Code = (_, report) => report.Broken is null ? ExitCode.Done : ExitCode.UserError,
        };
    }

    internal static void Render(Screen screen, AuditReport report)
    {
        var lines = screen.Data.Profile.Out.Writer;
        foreach (var entry in report.Entries)
        {
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Number} {entry.Ended.UtcDateTime:yyyy-MM-dd HH:mm:ss} {entry.Operation}: {Words(entry)}, by {entry.By} ({entry.User}{(entry.Ci is { } ci ? $"; {ci}" : "")}){(entry.Commit is { } commit ? $", commit {commit}" : "")}"));
            foreach (var subject in entry.Subjects)
                lines.WriteLine($"  {subject.Name}: {subject.Before ?? "-"} → {subject.After ?? "-"}");
        }

        screen.Talk.WriteLine(Verdict(report));
    }

    private static string Words(AuditEntry entry) => entry.Outcome switch
    {
        ChangeOutcome.Done => "done",
        ChangeOutcome.RolledBack => $"rolled back ({entry.Error})",
        ChangeOutcome.Interrupted => "interrupted",
        _ => $"failed ({entry.Error})",
    };

    private static string Verdict(AuditReport report)
    {
        if (report.Broken is { } broken)
            return $"The trail of {report.App} {report.Environment} is not what was written. {broken.Reason} Versions of the bucket's objects, the parameter's history and CloudTrail tell more.";
        if (report.Count == 0)
            return $"{report.App} {report.Environment} has no trail: nothing was changed through Landfall, or all of it was removed.";
        var late = report.Beyond > 0 ? string.Create(CultureInfo.InvariantCulture, $" The head lacks the last {report.Beyond}, because a run was interrupted; the next change mends that.") : "";
        var links = report.Count == 1 ? "it has one entry" : string.Create(CultureInfo.InvariantCulture, $"each of its {report.Count} entries follows the one before");
        return $"The trail is whole: {links}.{late}";
    }
}
