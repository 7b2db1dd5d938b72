using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>A plan with a network and nothing else.</summary>
internal static class SmallPlan
{
    public static AppPlan Create() => new()
    {
        App = "shop",
        Environment = "dev",
        Region = "eu-west-1",
        Account = "111111111111",
        Network = new NetworkPlan { Zones = ["eu-west-1a", "eu-west-1b"] },
    };
}
