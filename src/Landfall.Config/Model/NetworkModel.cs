using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>The network.</summary>
internal sealed record NetworkModel : Section
{
    [Key("Address block of the new VPC, a private one from /16 to /23.")]
    public string Cidr { get; init; } = "10.0.0.0/16";

    [Key("Number of availability zones.", Min = 2, Max = 3)]
    public int Zones { get; init; } = 2;

    [Key("How private subnets reach the internet: not at all (VPC endpoints for the AWS services that are needed), through one NAT gateway, or through one in each zone.",
        Default = "one where tasks run, perZone when protected, none without tasks; a deployed environment keeps its way")]
    public NatMode? Nat { get; init; }

    [Key("Record VPC flow logs.")]
    public bool FlowLogs { get; init; } = true;

    [Key("How long flow logs, and logs of services without a setting of their own, are kept.")]
    public TimeSpan LogRetention { get; init; } = TimeSpan.FromDays(30);

    [Key("An existing VPC in place of a new one; 'landfall network plan' records its facts.")]
    public ImportModel? Import { get; init; }

    [Key("The subnets to add to an imported VPC.")]
    public SubnetsModel? Subnets { get; init; }
}
