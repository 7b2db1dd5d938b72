using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A DynamoDB table.</summary>
internal sealed record TableModel : RenamableModel
{
    [Key("The partition key: an attribute's name, or name and type.", Required = true)]
    public AttributeModel? PartitionKey { get; init; }

    [Key("The sort key: an attribute's name, or name and type.")]
    public AttributeModel? SortKey { get; init; }

    [Key("The attribute that holds the time at which an item expires, in seconds since 1970.")]
    public string? Ttl { get; init; }

    [Key("Continuous backups with point-in-time recovery.")]
    public bool PointInTimeRecovery { get; init; } = true;

    [Key("Global secondary indexes by name.")]
    public IReadOnlyDictionary<string, IndexModel> Indexes { get; init; } = new Dictionary<string, IndexModel>();

    [Key("Provisioned throughput.", Default = "on demand")]
    public TableCapacityModel? Capacity { get; init; }

    [Key("Let AWS refuse to delete it.", Default = "the environment's 'protect'")]
    public bool? DeletionProtection { get; init; }
}
