using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Tuning;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall tune</c>.</summary>
internal static class TuneCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var (dryRun, write) = (new Option<bool>("--dry-run"), new Option<bool>("--write"));
        return new Door<TuneParameters, TuneReport>(context, new TuneOperation(), folder, env, local, dryRun, write, yes)
        {
            Read = line => new TuneParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun), line.GetValue(write)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    internal static void Render(Screen screen, TuneReport report)
    {
        var lines = screen.Data.Profile.Out.Writer;
        foreach (var service in report.Services)
        {
            lines.WriteLine($"{service.Service}: {service.Text}");
            foreach (var key in service.Keys)
                lines.WriteLine($"  {key.Key}: {key.From ?? "none"} → {key.To}");
        }

        if (report.Difference.Length == 0)
        {
            screen.Talk.WriteLine($"{report.File} stays as it is.");
            return;
        }

        lines.WriteLine();
        lines.WriteLine(report.Difference);
        screen.Talk.WriteLine(report.Written ? $"Written into {report.File}. Review it, and 'landfall diff' shows what it does." : "Nothing is written. '--write' writes it.");
    }
}
