using Landfall.Aws.Containers;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class ServiceInspectorTests
{
    [Theory]
    [InlineData("TaskFailedToStart", "CannotPullContainerError: …", true)]
    [InlineData("EssentialContainerExited", "Essential container in task exited", true)]
    [InlineData("ServiceSchedulerInitiated", "Task failed ELB health checks in (target-group arn:…)", true)]
    [InlineData("ServiceSchedulerInitiated", "Task failed container health checks", true)]
    [InlineData("ServiceSchedulerInitiated", "Scaling activity initiated by (deployment ecs-svc/1)", false)]
    [InlineData("UserInitiated", "Task stopped by user", false)]
    [InlineData("SpotInterruption", "Your Spot Task was interrupted.", false)]
    public void HasFailed_StopCode_TellsFailureFromTheCourseOfThings(string code, string reason, bool expected) =>
        Assert.Equal(expected, ServiceInspector.HasFailed(new StoppedTask("arn:x/y/z", "arn:td", "service:api", code, reason, DateTimeOffset.UnixEpoch, [])));
}
