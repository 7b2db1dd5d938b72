using System.Globalization;
using Landfall.Aws.Databases;
using Landfall.Aws.SystemsManager;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Prices;
using Landfall.Config.Values;
using Landfall.Operations.Deployment;
using Landfall.Operations.Status;

namespace Landfall.Operations.Restoring;

/// <summary>A database of RDS or Aurora. Its copies are known by their tags, which they have from the beginning.</summary>
/// <param name="plan">The environment.</param>
/// <param name="database">The database.</param>
/// <param name="target">The account and region.</param>
internal sealed class RestorableDatabase(AppPlan plan, DatabasePlan database, AwsTarget target) : IRestorable
{
    // RDS does not go on from these by itself (Amazon RDS User Guide, "Viewing Amazon RDS DB instance status").
    private static readonly HashSet<string> Failed = new(StringComparer.Ordinal)
    {
        "failed", "incompatible-credentials", "incompatible-network", "incompatible-option-group", "incompatible-parameters", "incompatible-restore",
        "inaccessible-encryption-credentials", "insufficient-capacity", "restore-error", "storage-full", "cloning-failed", "migration-failed",
    };

    private readonly DatabaseReader _reader = new(target.Session);
    private readonly DatabaseRestoreClient _client = new(target.Session);

    /// <inheritdoc />
    public void Dispose()
    {
        // Its clients have nothing of their own.
    }

    /// <inheritdoc />
    public async Task<RestorePoints> ReadAsync(CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        var snapshots = await _reader.ListSnapshotsAsync(original.Arn, stop).ConfigureAwait(false);
        var all = await (original.IsCluster ? _reader.ListClustersAsync(stop) : _reader.ListInstancesAsync(stop)).ConfigureAwait(false);
        return new RestorePoints(
            plan.App,
            plan.Environment,
            database.Title,
            "database",
            [.. snapshots.Select(PointOf).OrderByDescending(point => point.Taken ?? DateTimeOffset.MaxValue)],
            [.. all.Where(one => RestoreTags.Match(one.Tags, plan, database.Name)).Select(one => CopyOf(one, ready: one.Status == "available" && one.SecretArn is not null)).OrderBy(copy => copy.Name, StringComparer.Ordinal)])
        {
            Earliest = original.Earliest,
            Latest = original.Latest,
        };
    }

    /// <inheritdoc />
    public async Task<RestorePoint?> FindAsync(string id, CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        return await _reader.FindSnapshotAsync(original.Arn, id, stop).ConfigureAwait(false) is { } snapshot && snapshot.Engine == original.Engine ? PointOf(snapshot) : null;
    }

    /// <inheritdoc />
    public async Task<RestorePlan> PlanAsync(RestoreChoice choice, DateTimeOffset now, CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        var snapshot = choice.Point is { } point ? await _reader.FindSnapshotAsync(original.Arn, point.Id, stop).ConfigureAwait(false) : null;

        // A parameter group is for one major version ("DBParameterGroupFamily"), and RDS refuses one of another.
        var fits = snapshot is null || EngineSupport.Major(database.Engine, snapshot.EngineVersion) == EngineSupport.Major(database.Engine, original.EngineVersion);
        var copy = plan.AwsNames.Restored(database.Name, now);
        var restore = new DatabaseRestore(original, copy, RestoreTags.Copy(plan, database.Name, choice)) { Snapshot = snapshot, At = choice.At, TakesParameterGroup = fits };
        return new RestorePlan(copy, CostOf(original), token => _client.BeginAsync(restore, token))
        {
            Note = fits ? null : $"The snapshot is of version {snapshot!.EngineVersion}, the database has {original.EngineVersion} by now: the copy gets RDS's own parameters of its version.",
        };
    }

    /// <inheritdoc />
    public async Task<RestoredCopy?> AdvanceAsync(string copy, CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        if (await CopyAsync(original, copy, stop).ConfigureAwait(false) is not { } found)
            return null;
        if (Failed.Contains(found.Status))
            throw new LandfallException(ErrorCodes.RestoreFailed, $"RDS could not make {copy}: it is '{found.Status}'. Look at its events in the console; 'landfall data discard {database.Title} {copy}' removes it.");
        if (found.Status != "available")
            return CopyOf(found, ready: false);
        if (found.IsCluster && found.Members.Count == 0)
        {
            await _client.CreateInstanceAsync(found, $"{copy}-1", RestoreTags.Shared(plan), stop).ConfigureAwait(false);
            return CopyOf(found, ready: false) with { State = "creating its instance" };
        }

        if (found.SecretArn is null)
        {
            await _client.ManagePasswordAsync(found, stop).ConfigureAwait(false);
            return CopyOf(found, ready: false) with { State = "getting a password" };
        }

        return found.IsCluster ? await WithInstanceAsync(found, stop).ConfigureAwait(false) : CopyOf(found, ready: true);
    }

    /// <inheritdoc />
    public async Task DiscardAsync(RestoredCopy copy, CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        if (await CopyAsync(original, copy.Name, stop).ConfigureAwait(false) is not { } found)
            return;
        await _client.AllowDeletionAsync(found, stop).ConfigureAwait(false);
        await _client.DeleteAsync(found, stop).ConfigureAwait(false);
    }

    private static RestorePoint PointOf(DatabaseSnapshot snapshot) =>
        new(snapshot.Id, snapshot.Type, snapshot.Status, snapshot.Taken, snapshot.Engine.StartsWith("aurora", StringComparison.Ordinal) ? null : snapshot.StorageGiB);

    private static RestoredCopy CopyOf(DatabaseFacts one, bool ready) => new(one.Id, one.Tags.GetValueOrDefault(RestoreTags.From, ""), one.Status)
    {
        Ready = ready,
        Host = one.Host,
        Port = one.Port,
        Secret = one.SecretArn,
    };

    /// <summary>A copy by its name, where it is one: whatever else has the name is none of Landfall's to touch.</summary>
    private async Task<DatabaseFacts?> CopyAsync(DatabaseFacts original, string copy, CancellationToken stop) =>
        await _reader.FindAsync($"{original.Arn[..(original.Arn.LastIndexOf(':') + 1)]}{copy}", stop).ConfigureAwait(false) is { } found && RestoreTags.Match(found.Tags, plan, database.Name) ? found : null;

    private async Task<RestoredCopy> WithInstanceAsync(DatabaseFacts cluster, CancellationToken stop)
    {
        var arn = cluster.Arn.Split(':');
        arn[^2] = "db";
        arn[^1] = cluster.Members[0];
        var instance = await _reader.FindAsync(string.Join(':', arn), stop).ConfigureAwait(false);
        if (instance is not null && Failed.Contains(instance.Status))
            throw new LandfallException(ErrorCodes.RestoreFailed, $"RDS could not make the instance of {cluster.Id}: it is '{instance.Status}'. Look at its events in the console; 'landfall data discard {database.Title} {cluster.Id}' removes it.");
        return CopyOf(cluster, ready: instance?.Status == "available") with { State = instance?.Status ?? "creating" };
    }

    private async Task<DatabaseFacts> OriginalAsync(CancellationToken stop)
    {
        using var store = new ParameterStore(target.Session);
        var arn = await store.FindAsync(new PublishedAddresses(plan).DatabaseArn(database.Name), stop).ConfigureAwait(false) ?? throw NotDeployed.Of(plan, database.Title);
        return await _reader.FindAsync(arn, stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.NotDeployed, $"The database '{database.Title}' was deployed, and is gone from RDS ({arn}). What is restored stands on its subnets and groups: deploy it again first, then restore a snapshot of the old one by its name.");
    }

    private string CostOf(DatabaseFacts original)
    {
        var price = original.IsCluster ? "auroraAcuHour" : PriceTable.DatabaseInstance(original.Engine, original.InstanceClass ?? "");
        var units = original.IsCluster ? decimal.Parse(original.MinCapacity ?? "0", CultureInfo.InvariantCulture) : 1;
        return (units, PriceTable.Month(price, target.Region)) switch
        {
            (0, _) => "what it stores, and its capacity while somebody is connected",
            (_, { } month) => string.Create(CultureInfo.InvariantCulture, $"about ${units * month:0.00} a month{(original.IsCluster ? " at its smallest capacity" : "")}, before what it stores"),
            _ => "as much an hour as the original with one zone",
        };
    }
}
