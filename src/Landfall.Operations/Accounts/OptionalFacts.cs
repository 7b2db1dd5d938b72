using Landfall.Config;

namespace Landfall.Operations.Accounts;

/// <summary>
/// Facts that nothing waits for, as there is a way without them: AWS's own quotas, and asking for roles before each
/// deployment. A file of before they were looked up gets them by the way.
/// </summary>
/// <param name="known">What is recorded of a region.</param>
/// <param name="now">What was found there.</param>
internal sealed class OptionalFacts(RegionFacts known, RegionFacts now)
{
    /// <summary>What is recorded, with what it lacked.</summary>
    public RegionFacts Filled { get; } = known with { Quotas = known.Quotas ?? now.Quotas, ServiceRoles = known.ServiceRoles ?? now.ServiceRoles };

    /// <summary>What was found, as it is compared: that a role has come since is no difference, as deployments make them.</summary>
    public RegionFacts Settled { get; } = now with { ServiceRoles = known.ServiceRoles ?? now.ServiceRoles };

    /// <summary>What was lacking and has been found, in words.</summary>
    public IReadOnlyList<string> Found { get; } =
    [
        .. known.Quotas is null && now.Quotas is not null ? ["the quotas"] : Array.Empty<string>(),
        .. known.ServiceRoles is null && now.ServiceRoles is not null ? ["the service-linked roles"] : Array.Empty<string>(),
    ];
}
