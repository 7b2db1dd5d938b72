using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The account may run no more at once.</summary>
internal sealed partial class QuotaReached : IHealthRule
{
    /// <inheritdoc />
    public string Id => "quota-reached";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Noted(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "The account may run no more vCPUs on Fargate at once, so that tasks cannot be placed.",
            said,
            "Ask for more in Service Quotas (Fargate, 'On-Demand vCPU resource count'; for Spot tasks the one of Spot), or run fewer or smaller tasks: 'scale' and 'cpu'.")
        : null;

    [GeneratedRegex(@"reached the limit on the number of (?:vCPUs|tasks)|RESOURCE:VCPU|service quota", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
