namespace Landfall.Operations.Changes.Rules;

/// <summary>All that Landfall knows of what a change means.</summary>
internal static class ChangeRules
{
    /// <summary>Every rule, in the order of the page.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        .. ReplacementRules.All,
        .. DatabaseRules.All,
        .. TableRules.All,
        .. StorageRules.All,
        .. MessageRules.All,
        .. SecretRules.All,
        .. SignInRules.All,
        .. ServiceRules.All,
        .. TrafficRules.All,
        .. NetworkRules.All,
        .. OpeningRules.All,
        .. FirewallRules.All,
        .. PermissionRules.All,
    ];
}
