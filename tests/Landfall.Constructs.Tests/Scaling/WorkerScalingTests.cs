using Amazon.CDK.AWS.ApplicationAutoScaling;
using Landfall.Config.Plan;
using Landfall.Constructs.Scaling;

namespace Landfall.Constructs.Tests.Scaling;

/// <summary>Steps become intervals without gaps.</summary>
public sealed class WorkerScalingTests
{
    [Fact]
    public void Steps_Unordered_AreContiguousFromTheLowest()
    {
        var steps = WorkerScaling.Steps([new ScaleStepPlan(500, 5), new ScaleStepPlan(100, 1)])
            .Cast<CfnScalingPolicy.StepAdjustmentProperty>()
            .Select(step => (step.MetricIntervalLowerBound, step.MetricIntervalUpperBound, step.ScalingAdjustment));

        Assert.Equal([(0, 400, 1), (400, null, 5)], steps);
    }

    [Fact]
    public void Cron_TimeOfDay_HasSixFields() =>
        Assert.Equal("5 22 ? * MON-FRI *", ScheduledActions.Cron(new TimeOnly(22, 5), "MON-FRI"));
}
