using System.CommandLine;
using Landfall.Operations;
using Landfall.Operations.Releases;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall rollback</c>.</summary>
internal static class RollbackCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder, env, local, app) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--app"));
        var (to, dryRun, yes) = (new Option<string?>("--to") { HelpName = "release" }, new Option<bool>("--dry-run"), SharedOptions.Yes());
        return new Door<RollbackParameters, RollbackReport>(context, new RollbackOperation(), service, folder, to, env, local, app, dryRun, yes)
        {
            Read = line => new RollbackParameters(
                line.GetValue(service)!, line.GetValue(to), line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(app), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = (screen, report) => screen.Talk.WriteLine(
                $"{report.Service} of {report.App} {report.Environment} {(report.DryRun ? $"would go from {report.Before} to" : report.Changed ? "runs" : "runs already")} {report.Image}."),
        };
    }
}
