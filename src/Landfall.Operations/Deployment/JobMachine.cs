using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Operations.Deployment;

/// <summary>The state machine of a job.</summary>
internal static class JobMachine
{
    /// <summary>Its ARN.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="job">The job.</param>
    /// <returns>The ARN.</returns>
    public static string ArnOf(AwsTarget target, AppPlan plan, ServicePlan job) =>
        $"arn:{RegionTable.Of(target.Region).Partition}:states:{target.Region}:{target.Account}:stateMachine:{plan.AwsNames.Job(job.Name)}";
}
