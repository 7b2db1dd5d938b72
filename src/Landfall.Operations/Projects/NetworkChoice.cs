using Landfall.Config;
using Landfall.Config.Prices;

namespace Landfall.Operations.Projects;

/// <summary>Says how an environment's network was chosen where the file leaves it open.</summary>
internal static class NetworkChoice
{
    /// <summary>Explains the choice.</summary>
    /// <param name="config">A valid configuration.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>A sentence or two; null where the file says it, or where facts are missing that have to be looked up first.</returns>
    public static string? Explain(AppConfig config, string environment)
    {
        if (config.SettingsOf(environment).Network.Nat is not null)
            return null;
        try
        {
            return EgressCost.Explain(PlanResolver.Resolve(config, environment, KnownFacts.Read(config.Root)));
        }
        catch (LandfallException e) when (e.Code is ErrorCodes.ContextMissing or ErrorCodes.ContextMalformed)
        {
            return null; // An imported network is not known yet; what needs it says so.
        }
    }
}
