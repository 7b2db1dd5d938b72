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

    [Key("The name in AWS of a table that was there before and that 'landfall import' takes over. It is kept when it leaves the file. Give it per environment.",
        Pattern = "[a-zA-Z0-9_.-]{3,255}", PatternMeaning = "3 to 255 letters, digits, underscores, dots and hyphens", Default = "application-environment-name")]
    public string? AwsName { get; init; }
}
