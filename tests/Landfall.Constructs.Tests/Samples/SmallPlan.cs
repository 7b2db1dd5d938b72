using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>A plan with a network and what a test adds.</summary>
internal static class SmallPlan
{
    private const string Head = "app: shop\naccount: \"111111111111\"\nenvironments: { dev: {} }\n";

    /// <summary>The plan of a file.</summary>
    /// <param name="more">Lines of the file after its first.</param>
    /// <param name="region">The region.</param>
    /// <param name="facts">What was looked up in AWS.</param>
    public static AppPlan Create(string more = "", string region = "eu-west-1", EnvironmentFacts? facts = null) =>
        TestPlan.Of($"{Head}region: {region}\n{more}\n", facts);
}
