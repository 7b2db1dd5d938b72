using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>The VPC to import: exactly one of the two.</summary>
internal sealed record ImportModel : Section
{
    [Key("Id of the VPC.", Pattern = "vpc-([0-9a-f]{3,17})", PatternMeaning = "a VPC's id such as vpc-0abc1234def567890")]
    public string? Vpc { get; init; }

    [Key("Id of the EMR cluster whose VPC it is. Services reach the cluster as 'emr' in 'uses'.",
        Pattern = "j-[0-9A-Z]{3,20}", PatternMeaning = "an EMR cluster's id such as j-2AXXXXXXGAPLF")]
    public string? EmrCluster { get; init; }
}
