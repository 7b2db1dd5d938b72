using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class FailureAdviceTests
{
    [Theory]
    [InlineData("ECS Deployment Circuit Breaker was triggered.", "health")]
    [InlineData("shop-dev-emails already exists in stack arn:…", "docs/protect.md")]
    [InlineData("User is not authorized to perform ecs:CreateService", "permission")]
    [InlineData("CannotPullContainerError: pull image manifest has been retried", "nat: none")]
    [InlineData("Value (us-west-1c) for parameter availabilityZone is invalid. Subnets can currently only be created in …", "network plan")]
    [InlineData("Something nobody has seen before", "rolled the stack back")]
    public void For_Reason_SaysWhatToTry(string reason, string expected) =>
        Assert.Contains(expected, FailureAdvice.For(reason), StringComparison.Ordinal);
}
