using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>A subnet has no address left for another task.</summary>
internal sealed partial class SubnetFull : IHealthRule
{
    /// <inheritdoc />
    public string Id => "subnet-full";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        IReadOnlyList<string> said = [.. facts.Noted(Says()), .. facts.Say(Says())];
        return said.Count > 0
            ? new Finding(
                Id,
                "A subnet has no free address: each task takes one.",
                said,
                facts.Plan.Network.Import is null
                    ? "Run fewer tasks meanwhile. A VPC with a larger 'network.cidr' has more; to change it is to make the network anew, which 'landfall diff' shows first."
                    : "Give the environment other subnets of the VPC ('network.import.subnets'; 'landfall network plan' finds free blocks).")
            : null;
    }

    [GeneratedRegex(@"InsufficientFreeAddressesInSubnet|not enough free addresses|no (?:free|available) IP", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
