using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Deployment;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall destroy</c>.</summary>
internal static class DestroyCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var unprotect = new Option<bool>("--unprotect");
        return new Door<DestroyParameters, Destruction>(context, new DestroyOperation(), folder, env, local, yes, unprotect)
        {
            Read = line => new DestroyParameters(
                line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(unprotect)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    /// <summary>Says what was deleted.</summary>
    public static void Render(Screen screen, Destruction destroyed)
    {
        if (destroyed.Stacks.Count == 0)
        {
            screen.Talk.WriteLine($"{destroyed.App}-{destroyed.Environment} is not deployed in {destroyed.Account}, {destroyed.Region}.");
            return;
        }

        DeploymentRendering.WriteStacks(screen, destroyed.Stacks);
        var count = destroyed.Stacks.Count;
        screen.Talk.WriteLine($"Deleted {destroyed.App} {destroyed.Environment}: {count} {(count == 1 ? "stack" : "stacks")} in {Duration.Of(TimeSpan.FromSeconds(destroyed.Seconds))}.");
    }
}
