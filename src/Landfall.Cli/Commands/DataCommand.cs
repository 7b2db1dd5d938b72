using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Restoring;
using Landfall.Operations.Snapshots;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall data</c>: what databases and tables hold.</summary>
internal static class DataCommand
{
    public static Command Create(CommandContext context) => new("data", "What databases and tables hold.")
    {
        Snapshot(context),
        Snapshots(context),
        Restore(context),
        Discard(context),
    };

    private static Door<DataSnapshotParameters, DataSnapshot> Snapshot(CommandContext context)
    {
        var (database, folder, env, local, dryRun) = (SharedOptions.Named("database"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--dry-run"));
        return new Door<DataSnapshotParameters, DataSnapshot>(context, new DataSnapshotOperation(), database, folder, env, local, dryRun)
        {
            Read = line => new DataSnapshotParameters(line.GetValue(database)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Render = (screen, snapshot) => screen.Talk.WriteLine(snapshot.DryRun
                ? $"{snapshot.Database} would be kept as {snapshot.Snapshot}. Nothing was done: this was a dry run."
                : $"{snapshot.Database} is kept as {snapshot.Snapshot}, which stays, and costs storage, until somebody deletes it."),
        };
    }

    private static Door<DataSnapshotsParameters, RestorePoints> Snapshots(CommandContext context)
    {
        var (name, folder, env, local) = (SharedOptions.Named("name"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<DataSnapshotsParameters, RestorePoints>(context, new DataSnapshotsOperation(), name, folder, env, local)
        {
            Read = line => new DataSnapshotsParameters(line.GetValue(name)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = (screen, points) => RestoreRendering.Render(screen, points, context.Time.GetUtcNow()),
        };
    }

    private static Door<DataRestoreParameters, DataRestored> Restore(CommandContext context)
    {
        var (name, folder, env, local, dryRun, yes) = (SharedOptions.Named("name"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--dry-run"), SharedOptions.Yes());
        var (snapshot, at, finish) = (new Option<string?>("--snapshot") { HelpName = "id" }, new Option<string?>("--at") { HelpName = "time" }, new Option<string?>("--finish") { HelpName = "copy" });
        return new Door<DataRestoreParameters, DataRestored>(context, new DataRestoreOperation(), name, folder, snapshot, at, finish, env, local, dryRun, yes)
        {
            Read = line => new DataRestoreParameters(
                line.GetValue(name)!, line.GetValue(folder)!, line.GetValue(snapshot), line.GetValue(at), line.GetValue(finish), line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = RestoreRendering.Render,
        };
    }

    private static Door<DataDiscardParameters, DataDiscarded> Discard(CommandContext context)
    {
        var (name, copy, folder, env, local, dryRun, yes) = (
            SharedOptions.Named("name"), SharedOptions.Named("copy"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<bool>("--dry-run"), SharedOptions.Yes());
        return new Door<DataDiscardParameters, DataDiscarded>(context, new DataDiscardOperation(), name, copy, folder, env, local, dryRun, yes)
        {
            Read = line => new DataDiscardParameters(line.GetValue(name)!, line.GetValue(copy)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = (screen, discarded) => screen.Talk.WriteLine(discarded.DryRun
                ? $"{discarded.Copy.Name}, restored of {discarded.Name}, would be deleted. Nothing was done: this was a dry run."
                : $"{discarded.Copy.Name} is being deleted. {discarded.Name} is as it was."),
        };
    }
}
