using System.Globalization;
using Landfall.Aws.Tables;
using Landfall.Config.Plan;
using Landfall.Config.Prices;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Restoring;

/// <summary>
/// A table of DynamoDB. Its copies are known by their names and by what DynamoDB itself says of where they come from: tags they get only
/// once they stand.
/// </summary>
/// <param name="plan">The environment.</param>
/// <param name="table">The table.</param>
/// <param name="target">The account and region.</param>
internal sealed class RestorableTable(AppPlan plan, TablePlan table, AwsTarget target) : IRestorable
{
    private const double Gib = 1024 * 1024 * 1024;

    private readonly TableRestoreClient _client = new(target.Session);

    private string Name => plan.AwsNames.Table(table);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <inheritdoc />
    public async Task<RestorePoints> ReadAsync(CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        var window = await _client.FindWindowAsync(Name, stop).ConfigureAwait(false);
        var backups = await _client.ListBackupsAsync(Name, stop).ConfigureAwait(false);
        var copies = new List<RestoredCopy>();
        foreach (var name in await _client.ListNamesAsync(plan.AwsNames.RestoredPrefix(table.Name), stop).ConfigureAwait(false))
        {
            if (await CopyAsync(original, name, stop).ConfigureAwait(false) is { } copy)
                copies.Add(CopyOf(copy, ready: copy.Status == "ACTIVE" && copy.IsProtected));
        }

        return new RestorePoints(
            plan.App,
            plan.Environment,
            table.Title,
            "table",
            [.. backups.Select(backup => PointOf(backup, backups)).OrderByDescending(point => point.Taken ?? DateTimeOffset.MaxValue)],
            [.. copies.OrderBy(copy => copy.Name, StringComparer.Ordinal)])
        {
            Earliest = window?.Earliest,
            Latest = window?.Latest,
        };
    }

    /// <inheritdoc />
    public Task<RestorePoint?> FindAsync(string id, CancellationToken stop) => Task.FromResult<RestorePoint?>(null);

    /// <inheritdoc />
    public async Task<RestorePlan> PlanAsync(RestoreChoice choice, DateTimeOffset now, CancellationToken stop)
    {
        var original = await OriginalAsync(stop).ConfigureAwait(false);
        var copy = plan.AwsNames.Restored(table.Name, now);
        if (choice.Point is not { } point)
            return new RestorePlan(copy, CostOf(original.Bytes), token => _client.RestoreMomentAsync(Name, choice.At, copy, token));
        var backups = await _client.ListBackupsAsync(Name, stop).ConfigureAwait(false);
        var backup = backups.First(one => PointOf(one, backups).Id == point.Id);
        return new RestorePlan(copy, CostOf(backup.Bytes), token => _client.RestoreBackupAsync(backup.Arn, copy, token));
    }

    /// <inheritdoc />
    public async Task<RestoredCopy?> AdvanceAsync(string copy, CancellationToken stop)
    {
        if (await CopyAsync(await OriginalAsync(stop).ConfigureAwait(false), copy, stop).ConfigureAwait(false) is not { } found)
            return null;
        if (found.Status != "ACTIVE" || found.IsProtected)
            return CopyOf(found, ready: found.Status == "ACTIVE");

        // Protected last, so that one that is protected has all.
        await _client.TagAsync(found.Arn, new Dictionary<string, string>(RestoreTags.Shared(plan)) { [RestoreTags.Of] = table.Name }, stop).ConfigureAwait(false);
        await _client.ProtectAsync(copy, isProtected: true, stop).ConfigureAwait(false);
        return CopyOf(found, ready: false) with { State = "being protected" };
    }

    /// <inheritdoc />
    public async Task DiscardAsync(RestoredCopy copy, CancellationToken stop)
    {
        if (await CopyAsync(await OriginalAsync(stop).ConfigureAwait(false), copy.Name, stop).ConfigureAwait(false) is not { } found)
            return;
        if (found.IsProtected)
            await _client.ProtectAsync(copy.Name, isProtected: false, stop).ConfigureAwait(false);
        await _client.DeleteAsync(copy.Name, stop).ConfigureAwait(false);
    }

    /// <summary>By its name, and by the end of its ARN where several have that.</summary>
    private static RestorePoint PointOf(TableBackup backup, IReadOnlyList<TableBackup> all) => new(
        all.Count(other => other.Name == backup.Name) == 1 ? backup.Name : backup.Arn.Split('/')[^1],
        backup.Type.ToLowerInvariant(),
        backup.Status.ToLowerInvariant(),
        backup.Taken,
        Math.Round(backup.Bytes / Gib, 3));

    private static RestoredCopy CopyOf(TableFacts copy, bool ready) => new(
        copy.Name,
        copy.RestoredBackup?.Split('/')[^1] ?? copy.RestoredAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "",
        copy.Status.ToLowerInvariant())
    {
        Ready = ready,
    };

    /// <summary>A table of such a name that was created, or restored from another one, is none of Landfall's to touch.</summary>
    private async Task<TableFacts?> CopyAsync(TableFacts original, string name, CancellationToken stop) =>
        name.StartsWith(plan.AwsNames.RestoredPrefix(table.Name), StringComparison.Ordinal)
        && await _client.FindAsync(name, stop).ConfigureAwait(false) is { } found && found.RestoredFrom == original.Arn ? found : null;

    private async Task<TableFacts> OriginalAsync(CancellationToken stop) =>
        await _client.FindAsync(Name, stop).ConfigureAwait(false) ?? throw NotDeployed.Of(plan, table.Title);

    private string CostOf(long bytes)
    {
        var month = (decimal)(bytes / Gib) * (PriceTable.Find("tableStorageGb", target.Region)?.Amount ?? 0);
        return string.Create(CultureInfo.InvariantCulture, $"about ${month:0.00} a month for what it stores, and once what DynamoDB asks for restoring it{(table.Capacity is null ? "" : "; its provisioned capacity costs as much as the original's")}");
    }
}
