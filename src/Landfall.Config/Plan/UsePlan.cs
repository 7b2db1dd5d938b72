namespace Landfall.Config.Plan;

/// <summary>An edge of the <c>uses</c> graph.</summary>
/// <param name="Target">The <c>Name</c> of a resource or service of this plan.</param>
/// <param name="Kind">What the name stands for.</param>
/// <param name="Access">What the service may do with it.</param>
/// <param name="Prefix">
/// What the injected environment variables begin with, for example <c>ORDERS</c> for <c>ORDERS_HOST</c>; by default the
/// name in the file, in upper case with underscores.
/// </param>
public sealed record UsePlan(string Target, UseKind Kind, UseAccess Access, string Prefix);
