using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>The subnets to add to an imported VPC.</summary>
internal sealed record SubnetsModel : Section
{
    [Key("'auto' lets 'landfall network plan' find free blocks: two public, two private.", OneOf = ["auto"])]
    public string Cidr { get; init; } = "auto";

    [Key("Prefix length of the subnets that are found; a load balancer needs a /27.", Min = 20, Max = 27)]
    public int Size { get; init; } = 24;

    [Key("Blocks of the public subnets, in place of found ones: one for each zone.")]
    public IReadOnlyList<string> Public { get; init; } = [];

    [Key("Blocks of the private subnets, in place of found ones: one for each zone.")]
    public IReadOnlyList<string> Private { get; init; } = [];
}
