using Landfall.Config;

namespace Landfall.Operations.Deployment;

/// <summary>The details of <see cref="ErrorCodes.DeploymentFailed"/>.</summary>
/// <param name="Stacks">How far the deployment came.</param>
/// <param name="Failures">The first failing resource of each failed stack; empty when CloudFormation was not reached.</param>
/// <param name="LastLines">The end of the CDK CLI's output.</param>
/// <param name="LogFile">The file with its whole output.</param>
internal sealed record FailedDeployment(
    IReadOnlyList<StackReport> Stacks, IReadOnlyList<StackFailure> Failures, string LastLines, string LogFile);
