namespace Landfall.Operations.Deployment;

/// <summary>A person stopped the program while CloudFormation was at work, which goes on without it.</summary>
/// <param name="state">How far the stacks had come.</param>
/// <param name="cancellation">What stopped it.</param>
internal sealed class InterruptedDeploymentException(string state, CancellationToken cancellation)
    : OperationCanceledException($"{state}\nCloudFormation ends by itself what it has begun. Then run the same command again: it goes on from there.", cancellation)
{
    /// <summary>How far the stacks had come, a line each.</summary>
    public string State => state;
}
