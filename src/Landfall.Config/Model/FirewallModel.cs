using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A web application firewall.</summary>
internal sealed record FirewallModel : Section
{
    [Key("Requests in five minutes from one address before it is blocked; 0 for no limit.", Min = 0, Max = 2000000000)]
    public int RateLimit { get; init; } = 2000;
}
