using System.Text;
using System.Text.RegularExpressions;

namespace Landfall.Hooks.Aws;

/// <summary>
/// Where a load balancer is in the network. The name of a public one leads to its public addresses, to which a rule for a security
/// group does not apply; its network interfaces have private ones besides, and "ELB app/name/id" is their description.
/// </summary>
/// <param name="aws">Calls AWS.</param>
internal sealed partial class LoadBalancerAddresses(AwsClient aws)
{
    /// <summary>Finds the private addresses.</summary>
    /// <param name="loadBalancer">Its name in metrics: <c>app/name/id</c>.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The addresses.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(string loadBalancer, CancellationToken stop)
    {
        var query = $"Action=DescribeNetworkInterfaces&Version=2016-11-15&Filter.1.Name=description&Filter.1.Value.1={Uri.EscapeDataString($"ELB {loadBalancer}")}";
        var (answer, _) = await aws.PostAsync("ec2", "/", "application/x-www-form-urlencoded; charset=utf-8", Encoding.UTF8.GetBytes(query), stop).ConfigureAwait(false);
        return [.. Address().Matches(Encoding.UTF8.GetString(answer)).Select(match => match.Groups["address"].Value).Distinct()];
    }

    [GeneratedRegex("<privateIpAddress>(?<address>[0-9a-fA-F.:]+)</privateIpAddress>", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
