using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployment asks of the world outside: CloudFormation, through the CDK CLI.</summary>
internal interface IStackService
{
    /// <summary>Reads the environment's stacks as they are.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in order of name.</returns>
    Task<IReadOnlyList<DeployedStack>> ReadAsync(CancellationToken cancellation);

    /// <summary>Deploys stacks side by side where nothing stands between them.</summary>
    /// <param name="assembly">The assembly that they come from.</param>
    /// <param name="run">The operations: each stack once, each after those that it comes after.</param>
    /// <param name="onProgress">Gets the state of the stacks after every look at CloudFormation.</param>
    /// <param name="cancellation">Stops the CDK CLI; CloudFormation finishes what it has begun.</param>
    /// <returns>How each stack ended.</returns>
    Task<IReadOnlyList<StackReport>> DeployAsync(
        Assembly assembly, IReadOnlyList<StackOperation> run, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation);

    /// <summary>Finds out what it would mean to delete stacks.</summary>
    /// <param name="stacks">Their names.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The plan.</returns>
    Task<DeletionPlan> PlanDeletionAsync(IReadOnlyList<string> stacks, CancellationToken cancellation);

    /// <summary>Deletes stacks.</summary>
    /// <param name="plan">The stacks.</param>
    /// <param name="progress">Gets a line for a person before each stack.</param>
    /// <param name="cancellation">Stops between stacks.</param>
    /// <returns>How each ended.</returns>
    Task<IReadOnlyList<StackReport>> DeleteAsync(DeletionPlan plan, Action<string> progress, CancellationToken cancellation);
}
