using static Amazon.CDK.AWS.ECS.CfnService;

namespace Landfall.Constructs.Services;

/// <summary>The split of tasks between Fargate and Fargate Spot.</summary>
/// <remarks>
/// Always a strategy and never a launch type: going from one to the other would replace the service, changing weights
/// does not.
/// </remarks>
internal static class CapacityProviders
{
    public static object[] Of(int spotPercent) => spotPercent switch
    {
        <= 0 => [Item("FARGATE", 1)],
        >= 100 => [Item("FARGATE_SPOT", 1)],
        _ => [Item("FARGATE", 100 - spotPercent), Item("FARGATE_SPOT", spotPercent)],
    };

    private static CapacityProviderStrategyItemProperty Item(string provider, int weight) =>
        new() { CapacityProvider = provider, Weight = weight };
}
