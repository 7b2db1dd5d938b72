using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Repairing;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall repair</c>.</summary>
internal static class RepairCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords("stacks");
        var (env, local, yes, accept, dryRun) = (SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes(), SharedOptions.Accept(), new Option<bool>("--dry-run"));
        accept.Description = "Agree to these harmful effects, by the ids that the command names; 'all' agrees to whatever it does.";
        var (skip, retain, cancel) = (Resources("--skip"), Resources("--retain"), new Option<bool>("--cancel"));
        return new Door<RepairParameters, RepairReport>(context, new RepairOperation(), words.Services, words.Folder, env, local, skip, retain, cancel, dryRun, yes, accept)
        {
            Read = line =>
            {
                var (folder, stacks) = words.Read(line);
                return new RepairParameters(
                    folder, stacks, line.GetValue(env), line.GetValue(local), line.GetValue(skip) ?? [], line.GetValue(retain) ?? [], line.GetValue(cancel), line.GetValue(dryRun));
            },
            Agree = line => new Agreed(line.GetValue(yes)) { Accept = line.GetValue(accept) ?? [] },
            Render = Render,
        };
    }

    internal static void Render(Screen screen, RepairReport report)
    {
        foreach (var stack in report.Stacks.Where(stack => stack.Repaired))
            screen.Talk.WriteLine(stack.Now is null ? $"{stack.Stack} is deleted." : $"{stack.Stack} is in {stack.Now}, and takes deployments.");
        screen.Talk.WriteLine((report.Stacks.Count, report.DryRun) switch
        {
            (0, _) => $"Nothing is stuck in {report.App} {report.Environment}.",
            (_, true) => "Nothing was done: this was a dry run.",
            _ when report.Stacks.All(stack => stack.Repaired) => $"Nothing is stuck any more. 'landfall deploy' brings {report.App} {report.Environment} to the file.",
            _ => $"Left as they are: {string.Join(", ", report.Stacks.Where(stack => !stack.Repaired).Select(stack => $"{stack.Stack} ({stack.Status})"))}.",
        });
    }

    private static Option<string[]> Resources(string name) => new(name) { AllowMultipleArgumentsPerToken = true, HelpName = "resource" };
}
