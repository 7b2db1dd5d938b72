using System.CommandLine;
using Landfall.Operations.Snapshots;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall data</c>: what databases hold.</summary>
internal static class DataCommand
{
    public static Command Create(CommandContext context)
    {
        var (database, folder, env, local, dryRun) = (SharedOptions.Named("database"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--dry-run"));
        return new Command("data", "What databases hold.")
        {
            new Door<DataSnapshotParameters, DataSnapshot>(context, new DataSnapshotOperation(), database, folder, env, local, dryRun)
            {
                Read = line => new DataSnapshotParameters(line.GetValue(database)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
                Render = (screen, snapshot) => screen.Talk.WriteLine(snapshot.DryRun
                    ? $"{snapshot.Database} would be kept as {snapshot.Snapshot}. Nothing was done: this was a dry run."
                    : $"{snapshot.Database} is kept as {snapshot.Snapshot}, which stays, and costs storage, until somebody deletes it."),
            },
        };
    }
}
