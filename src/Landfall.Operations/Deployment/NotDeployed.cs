using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Deployment;

/// <summary>What is wrong where the file has something that AWS has not.</summary>
internal static class NotDeployed
{
    /// <summary>Says so.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="title">What is not there, as the file calls it.</param>
    /// <returns>The error.</returns>
    public static LandfallException Of(AppPlan plan, string title) =>
        new(ErrorCodes.NotDeployed, $"'{title}' is not deployed to '{plan.Environment}' yet. Deploy first: landfall deploy --env {plan.Environment}.");
}
