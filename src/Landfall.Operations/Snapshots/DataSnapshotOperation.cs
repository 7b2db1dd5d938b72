using Landfall.Aws.Databases;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Snapshots;

/// <summary>Keeps a database as it is now, until somebody deletes the snapshot.</summary>
internal sealed class DataSnapshotOperation : Operation<DataSnapshotParameters, DataSnapshot>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    public override string Name => "data snapshot";

    /// <inheritdoc />
    public override string Summary => "Keep a database as it is now, in a snapshot that stays until somebody deletes it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<DataSnapshot> RunAsync(DataSnapshotParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var database = DatabaseOf(project.Plan, parameters.Database);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await TakeAsync(project, target, database, parameters.DryRun, context).ConfigureAwait(false);
    }

    /// <summary>Takes it in the AWS that the environment is in.</summary>
    internal async Task<DataSnapshot> TakeAsync(Project project, AwsTarget target, DatabasePlan database, bool dryRun, OperationContext context)
    {
        using var store = new ParameterStore(target.Session);
        var arn = await store.FindAsync(new PublishedAddresses(project.Plan).DatabaseArn(database.Name), context.Stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.NotDeployed, $"The database '{database.Title}' is not deployed to '{project.Plan.Environment}'. 'landfall deploy' deploys it.");
        var snapshot = new DataSnapshot(project.Plan.App, project.Plan.Environment, database.Title, arn, project.Plan.AwsNames.Snapshot(database.Name, context.Time.GetUtcNow()), dryRun);
        if (dryRun)
            return snapshot;
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(database.Title, Before: null, snapshot.Snapshot));
            var client = new DatabaseClient(target.Session);
            await client.CreateSnapshotAsync(arn, snapshot.Snapshot, context.Stop).ConfigureAwait(false);
            await AwaitAsync(client, snapshot, context).ConfigureAwait(false);
            return snapshot;
        }).ConfigureAwait(false);
    }

    /// <summary>The database that is meant.</summary>
    internal static DatabasePlan DatabaseOf(AppPlan plan, string name) =>
        DatabaseChoice.Find(plan, name) ?? throw new LandfallException(
            ErrorCodes.DatabaseUnknown,
            $"'{name}' is no database of '{plan.Environment}'. {(plan.Databases.Count == 0 ? "It has none." : $"It has {string.Join(", ", plan.Databases.Select(database => database.Title).Order(StringComparer.Ordinal))}.")}");

    /// <summary>Until it is there nothing can be restored from it. RDS goes on where this is stopped.</summary>
    private static async Task AwaitAsync(DatabaseClient client, DataSnapshot snapshot, OperationContext context)
    {
        context.Watcher.Say($"Waiting for the snapshot {snapshot.Snapshot} …");
        while (true)
        {
            var state = await client.FindSnapshotStatusAsync(snapshot.Arn, snapshot.Snapshot, context.Stop).ConfigureAwait(false);
            if (state == "available")
                return;
            if (state is null or "failed")
                throw new LandfallException(ErrorCodes.SnapshotFailed, $"RDS did not make the snapshot {snapshot.Snapshot}: it {(state is null ? "is gone" : "failed")}. Look at the database's events, and run the same command again.");
            await Task.Delay(Pause, context.Time, context.Stop).ConfigureAwait(false);
        }
    }
}
