using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>Chooses the way to the internet for an environment whose file leaves it open.</summary>
/// <remarks>
/// Tasks may call names outside of AWS, which nobody can tell from the file, and even the three endpoints that every task
/// needs cost more in two zones than a NAT gateway. So tasks get one; in a protected environment one in each zone, because
/// the only one would be lost with its zone. Without tasks there is nobody to go out.
/// </remarks>
internal static class NatChoice
{
    /// <summary>The way that is chosen.</summary>
    public static NatMode Of(SettingsModel settings) =>
        !settings.Services.Values.Any(service => service.Type is { } type && type != ServiceType.Site) ? NatMode.None
        : settings.Protect ? NatMode.PerZone
        : NatMode.One;
}
