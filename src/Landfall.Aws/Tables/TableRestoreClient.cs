using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Landfall.Aws.Tables;

/// <summary>The part of the DynamoDB API that makes a table of another one as it was, and deletes it again.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class TableRestoreClient(AwsSession session) : IDisposable
{
    private readonly AmazonDynamoDBClient _client = new(session.Credentials, session.Configure<AmazonDynamoDBConfig>("DYNAMODB"));

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>Finds a table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It; null where there is none.</returns>
    public async Task<TableFacts?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var table = (await _client.DescribeTableAsync(name, cancellation).ConfigureAwait(false)).Table;
            return new TableFacts(table.TableName, table.TableArn, table.TableStatus.Value)
            {
                Bytes = table.TableSizeBytes ?? 0,
                IsProtected = table.DeletionProtectionEnabled ?? false,
                RestoredFrom = table.RestoreSummary?.SourceTableArn,
                RestoredBackup = table.RestoreSummary?.SourceBackupArn,
                RestoredAt = Universal(table.RestoreSummary?.RestoreDateTime),
            };
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Lists tables whose names begin alike.</summary>
    /// <param name="prefix">The beginning.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> ListNamesAsync(string prefix, CancellationToken cancellation)
    {
        // Not from the prefix on: the order of the pages is not told.
        var names = new List<string>();
        string? last = null;
        do
        {
            var page = await _client.ListTablesAsync(new ListTablesRequest { ExclusiveStartTableName = last }, cancellation).ConfigureAwait(false);
            names.AddRange((page.TableNames ?? []).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)));
            last = page.LastEvaluatedTableName;
        }
        while (!string.IsNullOrEmpty(last));
        return names;
    }

    /// <summary>Lists a table's backups.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The backups, those of AWS Backup not among them.</returns>
    public async Task<IReadOnlyList<TableBackup>> ListBackupsAsync(string table, CancellationToken cancellation)
    {
        var backups = new List<TableBackup>();
        string? last = null;
        do
        {
            var request = new ListBackupsRequest { TableName = table, BackupType = BackupTypeFilter.ALL, ExclusiveStartBackupArn = last };
            var page = await _client.ListBackupsAsync(request, cancellation).ConfigureAwait(false);
            backups.AddRange((page.BackupSummaries ?? []).Select(one => new TableBackup(
                one.BackupArn, one.BackupName, one.BackupType?.Value ?? "", one.BackupStatus?.Value ?? "", Universal(one.BackupCreationDateTime), one.BackupSizeBytes ?? 0)));
            last = page.LastEvaluatedBackupArn;
        }
        while (!string.IsNullOrEmpty(last));
        return backups;
    }

    /// <summary>Asks between which moments a table can be restored.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first and the last; null where point-in-time recovery is off.</returns>
    public async Task<(DateTimeOffset Earliest, DateTimeOffset Latest)?> FindWindowAsync(string table, CancellationToken cancellation)
    {
        var answer = await _client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = table }, cancellation).ConfigureAwait(false);
        var recovery = answer.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
        return recovery?.PointInTimeRecoveryStatus == PointInTimeRecoveryStatus.ENABLED
            && Universal(recovery.EarliestRestorableDateTime) is { } earliest && Universal(recovery.LatestRestorableDateTime) is { } latest
            ? (earliest, latest)
            : null;
    }

    /// <summary>Begins to make a table of a backup.</summary>
    /// <param name="backup">The backup's ARN.</param>
    /// <param name="copy">The new table's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task RestoreBackupAsync(string backup, string copy, CancellationToken cancellation) =>
        _client.RestoreTableFromBackupAsync(new RestoreTableFromBackupRequest { BackupArn = backup, TargetTableName = copy }, cancellation);

    /// <summary>Begins to make a table of another one as it was.</summary>
    /// <param name="table">The other one.</param>
    /// <param name="at">The moment; null for the last one there is.</param>
    /// <param name="copy">The new table's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task RestoreMomentAsync(string table, DateTimeOffset? at, string copy, CancellationToken cancellation) => _client.RestoreTableToPointInTimeAsync(
        new RestoreTableToPointInTimeRequest { SourceTableName = table, TargetTableName = copy, RestoreDateTime = at?.UtcDateTime, UseLatestRestorableTime = at is null ? true : null },
        cancellation);

    /// <summary>Has AWS refuse to delete a table, or no longer.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isProtected">True to refuse.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task ProtectAsync(string table, bool isProtected, CancellationToken cancellation) =>
        _client.UpdateTableAsync(new UpdateTableRequest { TableName = table, DeletionProtectionEnabled = isProtected }, cancellation);

    /// <summary>Tags a table, which a restored one is not ("You must manually set up the following on the restored table: […] Tags").</summary>
    /// <param name="arn">The table's ARN.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task TagAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        _client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] }, cancellation);

    /// <summary>Deletes a table for good.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task DeleteAsync(string table, CancellationToken cancellation) => _client.DeleteTableAsync(table, cancellation);

    private static DateTimeOffset? Universal(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
