using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>A CloudFormation that keeps templates and remembers what was asked of it.</summary>
internal sealed class StackServiceFake(params DeployedStack[] deployed) : IStackService
{
    private readonly SortedDictionary<string, DeployedStack> _stacks = new(deployed.ToDictionary(d => d.Name), StringComparer.Ordinal);

    /// <summary>Each operation that succeeded: the part and its resources.</summary>
    public List<string> Done { get; } = [];

    /// <summary>The stack whose deployment fails, or null.</summary>
    public string? Failing { get; set; }

    /// <summary>The stack in whose deployment a person stops the program, or null.</summary>
    public string? Interrupted { get; set; }

    public void Add(DeployedStack stack) => _stacks[stack.Name] = stack;

    public Task<IReadOnlyList<DeployedStack>> ReadAsync(CancellationToken cancellation) =>
        System.Threading.Tasks.Task.FromResult<IReadOnlyList<DeployedStack>>([.. _stacks.Values]);

    public Task<IReadOnlyList<StackReport>> DeployAsync(
        Assembly assembly, IReadOnlyList<StackOperation> run, Action<IReadOnlyList<StackProgress>> onProgress, CancellationToken cancellation)
    {
        onProgress([.. run.Select(operation => new StackProgress(operation.Stack, 0, 1, null, null))]);
        var reports = run.Select(Deploy).ToList();
        return reports.Exists(r => r.Outcome == StackOutcome.Failed)
            ? throw new LandfallException(ErrorCodes.DeploymentFailed, "It failed.") { Details = new FailedDeployment(reports, [], "", "deploy.log") }
            : System.Threading.Tasks.Task.FromResult<IReadOnlyList<StackReport>>(reports);
    }

    public Task<DeletionPlan> PlanDeletionAsync(IReadOnlyList<string> stacks, CancellationToken cancellation) =>
        System.Threading.Tasks.Task.FromResult(new DeletionPlan([.. stacks.Select(s => _stacks[s].Stack)], [], []));

    public Task<IReadOnlyList<StackReport>> DeleteAsync(DeletionPlan plan, Action<string> progress, CancellationToken cancellation)
    {
        foreach (var stack in plan.Stacks)
        {
            Done.Add($"delete {Part(stack.Name)}");
            _stacks.Remove(stack.Name);
        }

        return System.Threading.Tasks.Task.FromResult<IReadOnlyList<StackReport>>(
            [.. plan.Stacks.Select(s => new StackReport(s.Name, StackOutcome.Deleted, 0, 1))]);
    }

    private StackReport Deploy(StackOperation operation)
    {
        if (operation.Stack == Interrupted)
            throw new InterruptedDeploymentException($"  {operation.Stack}: UPDATE_IN_PROGRESS", CancellationToken.None);
        var outcome = operation.Stack == Failing ? StackOutcome.Failed : _stacks.ContainsKey(operation.Stack) ? StackOutcome.Updated : StackOutcome.Created;
        if (outcome != StackOutcome.Failed)
        {
            var resources = operation.Template!["Resources"]!.AsObject().Select(r => r.Key).Order(StringComparer.Ordinal);
            Done.Add($"{Part(operation.Stack)}: {string.Join(' ', resources)}");
            _stacks[operation.Stack] = Deployed(Part(operation.Stack), "") with { Template = operation.Template!.DeepClone().AsObject() };
        }

        return new StackReport(operation.Stack, outcome, 0, 1);
    }

    private static string Part(string stack) => stack["shop-dev-".Length..];
}
