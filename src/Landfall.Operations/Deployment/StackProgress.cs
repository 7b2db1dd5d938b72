namespace Landfall.Operations.Deployment;

/// <summary>How far the deployment of a stack is.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Done">How many resources are finished.</param>
/// <param name="Total">How many it has.</param>
/// <param name="Status">CloudFormation's status; null while nothing has happened.</param>
/// <param name="Current">What is being worked on, or null.</param>
internal sealed record StackProgress(string Stack, int Done, int Total, string? Status, string? Current);
