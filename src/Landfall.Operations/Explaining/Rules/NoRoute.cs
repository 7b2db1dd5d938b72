using System.Text.RegularExpressions;
using Landfall.Config.Plan;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>Tasks do not reach the registry, or what their secrets and logs come from and go to.</summary>
internal sealed partial class NoRoute : IHealthRule
{
    /// <inheritdoc />
    public string Id => "no-route";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Say(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "The network of the tasks does not reach what they need before they start: the registry, Secrets Manager or CloudWatch Logs.",
            [.. said, $"network: {{ nat: {facts.Plan.Network.Nat.ToString().ToLowerInvariant()} }}"],
            facts.Plan.Network.Nat == NatMode.None
                ? "Without NAT only ECR and the services with a VPC endpoint are reached. Copy the image into ECR, or set 'network.nat: one'. Where it is in ECR, look whether somebody has changed the endpoints or their security group."
                : "Look whether the private subnets' route tables have a route to a NAT gateway that is available, and whether a network ACL, a security group or a proxy is in the way.")
        : null;

    [GeneratedRegex(@"i/o timeout|dial tcp|context deadline exceeded|TLS handshake timeout|no such host|RequestError: send request failed|connect(?:ion)? (?:timed out|refused|reset)|failed to (?:create|validate) (?:Cloudwatch )?log(?:ger)?.*timeout|Client\.Timeout", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
