namespace Landfall.Config.Stacks;

/// <summary>
/// How much of a template the data stack takes, known before it is synthesised. A test holds it against the templates.
/// </summary>
/// <param name="Resources">Its resources.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record DataStackSize(int Resources, int Outputs)
{
    // What is published has a parameter, which is a resource, and an output.
    private static readonly DataStackSize Aurora = new(12, 6); // with an alarm on its capacity
    private static readonly DataStackSize Instance = new(13, 6); // with alarms on its storage and its CPU
    private static readonly DataStackSize Table = new(2, 1);
    private static readonly DataStackSize Bucket = new(3, 1);
    private static readonly DataStackSize Queue = new(6, 2);
    private static readonly DataStackSize Secret = new(2, 1);
    private static readonly DataStackSize Files = new(6, 3);
    private static readonly DataStackSize Repository = new(2, 1);

    /// <summary>Adds up.</summary>
    /// <param name="databases">The number of Aurora instances of each database; 0 for plain RDS.</param>
    /// <param name="tables">The number of indexes of each table.</param>
    /// <param name="buckets">Buckets.</param>
    /// <param name="queues">Queues.</param>
    /// <param name="secrets">Secrets.</param>
    /// <param name="files">File systems.</param>
    /// <param name="zones">Zones, in each of which a file system has a mount target.</param>
    /// <param name="repositories">Builds, each of which has a repository.</param>
    public static DataStackSize Of(IReadOnlyList<int> databases, IReadOnlyList<int> tables, int buckets, int queues, int secrets, int files, int zones, int repositories)
    {
        var parts = databases.Select(instances => instances > 0 ? Aurora with { Resources = Aurora.Resources + instances } : Instance)
            .Concat(tables.Select(indexes => Table with { Resources = Table.Resources + ThrottleAlarms(indexes) }))
            .Concat([Bucket * buckets, Queue * queues, Secret * secrets, (Files with { Resources = Files.Resources + zones }) * files, Repository * repositories])
            .ToArray();
        return new DataStackSize(parts.Sum(part => part.Resources), parts.Sum(part => part.Outputs));
    }

    /// <summary>
    /// The alarms on the throttling of a table: an alarm takes ten metrics (Amazon CloudWatch user guide, CloudWatch service
    /// quotas), its expression counted in, and the table and each index have two.
    /// </summary>
    /// <param name="indexes">The number of its indexes.</param>
    public static int ThrottleAlarms(int indexes) => (indexes + ThrottledPerAlarm) / ThrottledPerAlarm;

    /// <summary>How many of a table and its indexes one alarm watches.</summary>
    public const int ThrottledPerAlarm = 4;

    public static DataStackSize operator *(DataStackSize size, int times) => new(size.Resources * times, size.Outputs * times);
}
