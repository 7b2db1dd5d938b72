using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A global secondary index.</summary>
internal sealed record IndexModel : Section
{
    [Key("The index's partition key.", Required = true)]
    public AttributeModel? PartitionKey { get; init; }

    [Key("The index's sort key.")]
    public AttributeModel? SortKey { get; init; }
}
