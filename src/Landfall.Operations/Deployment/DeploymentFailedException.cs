namespace Landfall.Operations.Deployment;

/// <summary>CloudFormation or the CDK CLI gave up.</summary>
/// <param name="stacks">How far the deployment came.</param>
/// <param name="failures">The first failing resource of each failed stack; empty when CloudFormation was not reached.</param>
/// <param name="lastLines">The end of the CDK CLI's output.</param>
/// <param name="logFile">The file with its whole output.</param>
internal sealed class DeploymentFailedException(
    IReadOnlyList<StackReport> stacks, IReadOnlyList<StackFailure> failures, string lastLines, string logFile)
    : Exception("The deployment failed.")
{
    public IReadOnlyList<StackReport> Stacks { get; } = stacks;

    public IReadOnlyList<StackFailure> Failures { get; } = failures;

    public string LastLines { get; } = lastLines;

    public string LogFile { get; } = logFile;
}
