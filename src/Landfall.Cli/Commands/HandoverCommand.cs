using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Handover;
using Landfall.Operations.Init;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall handover</c>: writes a team's repository.</summary>
internal static class HandoverCommand
{
    public static Command Create(CommandContext context)
    {
        var service = new Argument<string>("service");
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        var (to, kind, dryRun) = (new Option<string>("--to") { HelpName = "folder", Required = true }, new Option<ProjectKind?>("--kind"), new Option<bool>("--dry-run") { Description = "Show what would be written, and write nothing." });
        var (runtimes, shards, sign) = (new Option<string[]>("--runtime") { HelpName = "version" }, new Option<int?>("--shards") { HelpName = "number" }, new Option<string?>("--sign") { HelpName = "profile" });
        var updates = new Option<DependencyUpdates?>("--updates");
        return new Door<HandoverParameters, HandedOver>(context, new HandoverOperation(), service, folder, to, env, kind, runtimes, shards, sign, updates, dryRun)
        {
            Read = line => new HandoverParameters(
                line.GetValue(service)!, line.GetValue(to)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(kind), line.GetValue(runtimes) ?? [], line.GetValue(shards), line.GetValue(sign), line.GetValue(updates), line.GetValue(dryRun)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, HandedOver repository)
    {
        foreach (var file in repository.Written)
            screen.Data.Profile.Out.Writer.WriteLine(file);
        if (repository.Kept.Count > 0)
            screen.Talk.WriteLine($"As it was: {string.Join(", ", repository.Kept)}.");
        screen.Talk.WriteLine(repository.DryRun ? "Nothing was written: this was a dry run." : $"The repository of {repository.Service} is in {repository.Folder}; its README.md says what comes next.");
    }
}
