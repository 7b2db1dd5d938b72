using System.CommandLine;
using Landfall.Operations;
using Landfall.Operations.Deployment.Locks;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall unlock</c>.</summary>
internal static class UnlockCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        return new Door<UnlockParameters, Unlocked>(context, new UnlockOperation(), folder, env, local, yes)
        {
            Read = line => new UnlockParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = (screen, unlocked) => screen.Talk.WriteLine(unlocked.Broken
                ? $"The lock of {unlocked.App} {unlocked.Environment} is broken."
                : $"{unlocked.App} {unlocked.Environment} is not locked."),
        };
    }
}
