using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Accounts;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall context</c>: what was looked up in the accounts.</summary>
internal static class ContextCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would change, and write nothing." };
        return new Command("context", "What was looked up in the accounts.")
        {
            new Door<ContextRefreshParameters, RefreshedContext>(context, new ContextRefreshOperation(), folder, env, local, dryRun)
            {
                Read = line => new ContextRefreshParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
                Render = Render,
            },
        };
    }

    private static void Render(Screen screen, RefreshedContext found)
    {
        foreach (var change in found.Changes)
            screen.Talk.WriteLine($"{change.Fact}: {change.Before ?? "(nothing)"} → {change.After ?? "(nothing)"}");
        if (found.Changes.Count == 0)
            screen.Talk.WriteLine("Everything is as it was recorded.");
        else if (found.Written)
            screen.Talk.WriteLine("Commit the file.");
        screen.Data.Profile.Out.Writer.WriteLine(found.File);
    }
}
