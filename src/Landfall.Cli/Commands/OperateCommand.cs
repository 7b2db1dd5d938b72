using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Operating;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall restart</c>, <c>scale</c>, <c>pause</c> and <c>resume</c>: one service that runs.</summary>
internal static class OperateCommand
{
    public static Command CreateRestart(CommandContext context) => Create(context, new RestartOperation(), asks: true);

    public static Command CreatePause(CommandContext context) => Create(context, new PauseOperation(), asks: true);

    public static Command CreateResume(CommandContext context) => Create(context, new ResumeOperation(), asks: false);

    public static Command CreateScale(CommandContext context)
    {
        var (service, tasks) = (SharedOptions.Named("service"), new Argument<string?>("tasks") { Arity = ArgumentArity.ZeroOrOne });
        var (min, max) = (new Option<int?>("--min"), new Option<int?>("--max"));
        var (folder, env, local, dryRun, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), DryRun(), SharedOptions.Yes());
        return new Door<ScaleParameters, ServiceChanged>(context, new ScaleOperation(), service, tasks, folder, min, max, env, local, dryRun, yes)
        {
            Read = line =>
            {
                // With limits alone, the word after the service is the folder.
                var word = line.GetValue(tasks);
                var isFolder = word is not null && ServiceWords.IsFolder(word);
                return new ScaleParameters(
                    line.GetValue(service)!, isFolder ? null : word, line.GetValue(min), line.GetValue(max), isFolder ? word! : line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun));
            },
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    internal static void Render(Screen screen, ServiceChanged changed)
    {
        screen.Talk.WriteLine((changed.DryRun, changed.Changed) switch
        {
            (true, _) => $"{changed.Service}: {changed.Before} → {changed.After}. Nothing was done: this was a dry run.",
            (_, true) => $"{changed.Service}: {changed.Before} → {changed.After}.",
            _ => $"{changed.Service} has {changed.After} already.",
        });
        if (changed.Note is { } note)
            screen.Talk.WriteLine(note);
    }

    private static Door<ServiceParameters, ServiceChanged> Create(CommandContext context, Operation<ServiceParameters, ServiceChanged> operation, bool asks)
    {
        var (service, folder, env, local, dryRun, yes) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), DryRun(), SharedOptions.Yes());
        return new Door<ServiceParameters, ServiceChanged>(context, operation, [service, folder, env, local, dryRun, .. asks ? [yes] : Array.Empty<Symbol>()])
        {
            Read = line => new ServiceParameters(line.GetValue(service)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Agree = line => new Agreed(asks && line.GetValue(yes)),
            Render = Render,
        };
    }

    private static Option<bool> DryRun() => new("--dry-run");
}
