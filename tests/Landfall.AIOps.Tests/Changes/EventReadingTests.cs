using Landfall.AIOps.Changes;

namespace Landfall.AIOps.Tests.Changes;

public sealed class EventReadingTests
{
    [Theory]
    [InlineData("OOMKilled", ChangeKind.OutOfMemory)]
    [InlineData("FailedScheduling", ChangeKind.StartFailure)]
    [InlineData("ScalingReplicaSet", ChangeKind.Scaling)]
    [InlineData("Surprise", ChangeKind.Other)]
    public void KubernetesRead_Reason_GivesKind(string reason, ChangeKind expected) =>
        Assert.Equal(expected, KubernetesEvents.Read(DateTimeOffset.UnixEpoch, "api", reason, "").Kind);

    [Theory]
    [InlineData("aws.ecs", "ECS Task State Change", "OutOfMemoryError: container killed", ChangeKind.OutOfMemory)]
    [InlineData("aws.ecs", "ECS Deployment State Change", "SERVICE_DEPLOYMENT_IN_PROGRESS", ChangeKind.Deployment)]
    [InlineData("aws.rds", "RDS DB Instance Event", "Multi-AZ failover started", ChangeKind.Infrastructure)]
    public void AwsRead_Event_GivesKind(string source, string type, string status, ChangeKind expected) =>
        Assert.Equal(expected, AwsEvents.Read(DateTimeOffset.UnixEpoch, "api", source, type, status).Kind);
}
