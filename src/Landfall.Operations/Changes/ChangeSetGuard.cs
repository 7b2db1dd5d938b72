using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Changes;

/// <summary>Looks at CloudFormation's change sets before stacks are executed.</summary>
/// <param name="cdk">The CDK CLI, which makes them.</param>
/// <param name="regions">CloudFormation, which tells what is in them, of each region.</param>
/// <param name="agreed">The change that was agreed to.</param>
internal sealed class ChangeSetGuard(CdkCli cdk, StackRegions regions, Change agreed)
{
    // CloudFormation deletes a stack's other change sets when it executes one.
    private const string Name = "landfall-agreed";

    /// <summary>Splits a run into groups that can be looked at: a stack may read what one before it is about to publish.</summary>
    /// <param name="run">The operations, each after those that it comes after.</param>
    /// <returns>The groups, in order.</returns>
    public static IReadOnlyList<IReadOnlyList<StackOperation>> Groups(IReadOnlyList<StackOperation> run)
    {
        var groups = new List<List<StackOperation>>();
        foreach (var operation in run)
        {
            var level = groups.FindLastIndex(g => g.Any(o => operation.After.Contains(o.Stack))) + 1;
            if (level == groups.Count)
                groups.Add([]);
            groups[level].Add(operation);
        }

        return groups;
    }

    /// <summary>Whether a run has anything to look at: what is created harms nobody.</summary>
    /// <param name="run">The operations.</param>
    /// <returns>True when a stack that stands is changed.</returns>
    public bool Looks(IEnumerable<StackOperation> run) => run.Any(IsUpdated);

    /// <summary>Refuses stacks that would do more harm than was agreed to.</summary>
    /// <param name="assembly">The assembly's folder.</param>
    /// <param name="group">The operations.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="LandfallException">A change set cannot be made, or has other harm in it.</exception>
    public async Task CheckAsync(string assembly, IReadOnlyList<StackOperation> group, CancellationToken stop)
    {
        var updated = group.Where(IsUpdated).ToList();
        if (updated.Count == 0)
            return;
        var result = await cdk.RunAsync(Arguments(assembly, updated), null, stop).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw new LandfallException(
                ErrorCodes.DeploymentFailed,
                $"CloudFormation could not say what it would do to {string.Join(", ", updated.Select(o => o.Stack))}; the whole output is in {cdk.LogFile}.\n{string.Join('\n', result.Error.Trim().Split('\n').TakeLast(6))}{(FailureAdvice.ForRefusal(result.Error + result.Output) is { } advice ? $"\nTry: {advice}" : "")}");
        }

        foreach (var operation in updated)
            ChangeSetCheck.RequireAgreed(agreed, operation.Stack, await EntriesAsync(operation.Stack, stop).ConfigureAwait(false));
    }

    /// <summary>The command line of the CDK CLI.</summary>
    /// <param name="assembly">The assembly's folder.</param>
    /// <param name="operations">The operations.</param>
    /// <returns>The arguments.</returns>
    internal static IReadOnlyList<string> Arguments(string assembly, IReadOnlyList<StackOperation> operations) =>
    [
        "deploy", .. operations.Select(o => o.Wanted!.Id),
        "--app", assembly,
        "--exclusively",
        "--require-approval", "never",
        "--concurrency", "4",
        "--method", "prepare-change-set",
        "--change-set-name", Name,
        .. operations.Any(o => o.Forced) ? ["--force"] : Array.Empty<string>(), // as they will be deployed
    ];

    private bool IsUpdated(StackOperation operation) => agreed.Stacks.Any(s => s.Name == operation.Stack && s.Action == StackAction.Update);

    private async Task<IReadOnlyList<ChangeSetEntry>> EntriesAsync(string stack, CancellationToken stop)
    {
        try
        {
            return await regions.ClientOf(stack).ListChangeSetAsync(stack, Name, stop).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code is "ChangeSetNotFound" or "ChangeSetNotFoundException")
        {
            return []; // the CDK CLI makes none where the template is the same
        }
    }
}
