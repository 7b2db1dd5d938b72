using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall destroy</c>: takes an environment down, after its name was typed.</summary>
internal static class DestroyCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var local = SharedOptions.Local();
        var yes = SharedOptions.Yes();
        var unprotect = new Option<bool>("--unprotect")
        {
            Description = "Delete the stacks of a protected environment too. The data that 'protect' keeps still stays.",
        };
        var command = new Command("destroy", "Delete every stack of an environment. Retained data is listed and stays.")
        {
            folder, env, local, yes, unprotect,
        };
        command.SetAction((result, cancellation) => RunAsync(
            context,
            ProjectLoader.Load(result.GetValue(folder)!, result.GetValue(env)),
            result.GetValue(local),
            result.GetValue(yes),
            result.GetValue(unprotect),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, Project project, bool local, bool yes, bool unprotect, CancellationToken cancellation)
    {
        var screen = context.Screen;
        using var target = await Targets.OpenAsync(project.Plan, local, context.Time, cancellation).ConfigureAwait(false);
        var deployed = await EnvironmentStacks.ListAsync(target.Session, project.Plan, cancellation).ConfigureAwait(false);
        var prefix = project.Plan.Prefix;
        if (deployed.Count == 0)
        {
            screen.Talk.WriteLine($"{prefix} is not deployed in {target.Account}, {target.Region}.");
            return ExitCode.Done;
        }

        var destroyer = new Destroyer(target.Session, context.Time);
        var plan = await destroyer.PlanAsync(deployed, cancellation).ConfigureAwait(false);
        screen.Talk.WriteLine($"These stacks in {target.Account}, {target.Region} would be deleted: {string.Join(", ", plan.Stacks.Select(s => s.Name))}.");
        foreach (var line in plan.Lines)
            screen.Talk.Profile.Out.Writer.WriteLine(line); // not broken at the terminal's edge, so that names can be copied
        if (!unprotect && plan.Stacks.Any(stack => stack.TerminationProtection))
        {
            var stays = plan.Retained.Count == 0 ? "nothing stays" : "only what is listed above stays";
            throw new LandfallException(
                ErrorCodes.Protected, $"'{prefix}' is protected; nothing was deleted. With --unprotect its stacks are deleted, and {stays}.");
        }

        if (!yes && !await Questions.TypeNameAsync(
            screen, $"Type '{prefix}' to delete them:", prefix, "Add --yes to destroy from a script.", cancellation).ConfigureAwait(false))
        {
            screen.Talk.WriteLine("That was not the name; nothing was deleted.");
            return ExitCode.UserError;
        }

        var reports = await destroyer.DestroyAsync(plan, screen.Talk.WriteLine, cancellation).ConfigureAwait(false);
        DeploymentRendering.WriteStacks(screen, reports);
        return ExitCode.Done;
    }
}
