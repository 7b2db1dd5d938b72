using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Resizing;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall resize</c>.</summary>
internal static class ResizeCommand
{
    public static Command Create(CommandContext context)
    {
        var (name, folder, env, yes) = (SharedOptions.Named("name"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Yes());
        var (cpu, memory, instance, storage) = (new Option<string?>("--cpu"), new Option<string?>("--memory"), new Option<string?>("--instance"), new Option<string?>("--storage"));
        var (min, max, dryRun) = (new Option<string?>("--min-capacity"), new Option<string?>("--max-capacity"), new Option<bool>("--dry-run"));
        return new Door<ResizeParameters, ResizeReport>(context, new ResizeOperation(), name, folder, env, cpu, memory, instance, storage, min, max, dryRun, yes)
        {
            Read = line => new ResizeParameters(
                line.GetValue(name)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(cpu), line.GetValue(memory), line.GetValue(instance), line.GetValue(storage),
                line.GetValue(min), line.GetValue(max), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    internal static void Render(Screen screen, ResizeReport report)
    {
        if (report.Difference.Length == 0)
        {
            screen.Talk.WriteLine($"{report.File} says so already.");
            return;
        }

        screen.Data.Profile.Out.Writer.WriteLine(report.Difference);
        screen.Talk.WriteLine(report.Written
            ? $"Written into {report.File}. 'landfall diff --env {report.Environment}' shows what it does, 'landfall deploy --env {report.Environment}' does it."
            : "Nothing is written.");
    }
}
