using Landfall.Aws.Ec2;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>Whether subnets have addresses left: each task takes one, and so does each load balancer and endpoint.</summary>
internal sealed class FreeAddresses : IDoctorCheck
{
    // Elastic Load Balancing User Guide, "Subnets for your load balancer": "at least eight free IP addresses per subnet".
    private const int Few = 8;

    /// <inheritdoc />
    public string Id => "free-addresses";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        using var reader = new NetworkReader(target.Session);
        var subnets = await reader.ListSubnetsOfStackAsync(StackNames.Network(plan), stop).ConfigureAwait(false);
        var few = subnets.Where(subnet => subnet.Free < Few).ToList();
        if (few.Count == 0)
            return subnets.Count == 0 ? [] : [new Symptom(Id, SymptomState.Well, $"Each of {subnets.Count} subnets has {subnets.Min(subnet => subnet.Free)} free addresses or more.", null)];
        return
        [
            .. few.Select(subnet => new Symptom(
                Id,
                subnet.Free == 0 ? SymptomState.Broken : SymptomState.Soon,
                $"Subnet {subnet.Id} ({subnet.Cidr}, {subnet.Zone}) has {(subnet.Free == 0 ? "no free address" : $"{subnet.Free} free addresses")}: each task takes one, and a load balancer wants {Few}.",
                plan.Network.Import is null
                    ? "Run fewer tasks. A larger 'network.cidr' has more, and makes the network anew: 'landfall diff' shows what that means."
                    : "Give the environment larger subnets of the VPC: 'landfall network plan' finds free blocks.")),
        ];
    }
}
