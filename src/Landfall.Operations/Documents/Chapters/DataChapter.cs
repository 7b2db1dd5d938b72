using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>What holds data: what it is, how long things are kept, and what becomes of it when it leaves the file.</summary>
internal static class DataChapter
{
    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment)
    {
        List<IReadOnlyList<Phrase>> stores = [.. Stores(environment.Plan)];
        List<IReadOnlyList<Phrase>> kept = [.. environment.Resources.All.Where(StoreWords.IsStore).Select(resource => (IReadOnlyList<Phrase>)
            [ResourceWords.Named(resource), StoreWords.Encryption(resource), StoreWords.Backup(resource), StoreWords.Fate(resource)])];
        return new Chapter("data", "Data", [
            stores.Count > 0 ? new Grid(["Store", "Kind", "Size", "Kept"], stores) : new Paragraph("The file declares nothing that holds data."),
            .. kept.Count > 0 ? new Block[] { new Subheading("How AWS keeps it"), new Grid(["Resource", "Encrypted at rest", "Backups", "When it leaves the template"], kept) } : [],
        ]);
    }

    private static IEnumerable<IReadOnlyList<Phrase>> Stores(AppPlan plan) =>
    [
        .. plan.Databases.Select(Database),
        .. plan.Tables.Select(Table),
        .. plan.Buckets.Select(bucket => (IReadOnlyList<Phrase>)
        [
            bucket.Title, $"bucket{(bucket.CorsOrigins.Count > 0 ? $", for browsers from {string.Join(", ", bucket.CorsOrigins)}" : "")}", "grows by itself",
            FormattableString.Invariant($"{(bucket.ExpireDays is { } days ? $"objects {days} days" : "objects for ever")}{(bucket.Versioned ? ", and old versions" : "")}"),
        ]),
        .. plan.Queues.Select(queue => (IReadOnlyList<Phrase>)
        [
            queue.Title, $"queue{(queue.Fifo ? ", first in, first out" : "")}", "grows by itself",
            FormattableString.Invariant($"messages {Duration.Format(queue.Retention)}; after {queue.Retries} attempts of {Duration.Format(queue.Visibility)} in the dead-letter queue, 14 days"),
        ]),
        .. plan.Secrets.Select(secret => (IReadOnlyList<Phrase>)
            [secret.Name, "secret", secret.GenerateLength is { } length ? FormattableString.Invariant($"generated, {length} characters") : "supplied by a person ('landfall secret set')", "until it is deleted"]),
        .. plan.FileSystems.Select(files => (IReadOnlyList<Phrase>)[files.Name, "file system", "grows by itself", "until it is deleted; backed up by AWS Backup"]),
    ];

    private static IReadOnlyList<Phrase> Database(DatabasePlan database) =>
    [
        database.Title,
        $"{Words.Lower(database.Engine)} {database.Version}, database {database.DatabaseName}",
        database.Engine.IsAurora()
            ? $"{Words.Number(database.MinCapacity)} to {Words.Number(database.MaxCapacity)} ACU{(database.MinCapacity == 0 ? $", pauses after {Duration.Format(database.PauseAfter)}" : "")}, {Words.Number(database.Instances)} instances"
            : FormattableString.Invariant($"{database.InstanceClass}, {database.StorageGiB} GiB{(database.MaxStorageGiB > database.StorageGiB ? $", grows to {database.MaxStorageGiB} GiB" : "")}{(database.MultiAz ? ", with a standby in a second zone" : "")}"),
        FormattableString.Invariant($"backups {database.BackupDays} days{(database.RotationDays is { } days ? $"; password changed every {days} days" : "")}{(database.DeletionProtection ? "; protected from deletion" : "")}"),
    ];

    private static IReadOnlyList<Phrase> Table(TablePlan table) =>
    [
        table.Title,
        $"table, key {table.PartitionKey.Name}{(table.SortKey is { } sort ? $" and {sort.Name}" : "")}{(table.Indexes.Count > 0 ? $", indexes {string.Join(", ", table.Indexes.Select(index => index.Name))}" : "")}",
        table.Capacity is { } capacity ? FormattableString.Invariant($"{capacity.Read} reads and {capacity.Write} writes a second") : "on demand",
        $"{(table.Ttl is { } ttl ? $"items until their {ttl}" : "items for ever")}{(table.PointInTimeRecovery ? "; any moment of the last 35 days can be restored" : "")}{(table.DeletionProtection ? "; protected from deletion" : "")}",
    ];
}
