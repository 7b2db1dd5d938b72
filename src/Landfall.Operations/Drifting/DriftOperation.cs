using Landfall.Aws.Ec2;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Drifting;

/// <summary>What was changed past the file since it was deployed, and by whom.</summary>
internal sealed class DriftOperation : Operation<DriftParameters, EnvironmentDrift>
{
    /// <inheritdoc />
    public override string Name => "drift";

    /// <inheritdoc />
    public override string Summary => "Show what was changed in AWS since it was deployed, and by whom.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<EnvironmentDrift> RunAsync(DriftParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var stacks = await EnvironmentStacks.ReadAsync(target.Regions, plan, context.Stop).ConfigureAwait(false);
        return stacks.Count == 0 ? throw NotDeployed.Of(plan, plan.App) : await ReadAsync(plan, target, stacks, context).ConfigureAwait(false);
    }

    /// <summary>Compares the stacks of an environment with what is in the account.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="target">The account and region.</param>
    /// <param name="stacks">The environment's stacks.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>What differs.</returns>
    internal static async Task<EnvironmentDrift> ReadAsync(AppPlan plan, AwsTarget target, IReadOnlyList<DeployedStack> stacks, OperationContext context)
    {
        using var calls = new BoundedCalls(context.Stop);
        var detector = new DriftDetector(target.Regions, context.Time);
        context.Watcher.Say($"CloudFormation compares {stacks.Count(stack => DriftDetector.Takes(stack.Stack))} stacks of {plan.App} {plan.Environment} with what is in the account; that may take minutes.");
        var found = (await Task.WhenAll(stacks.Where(stack => DriftDetector.Takes(stack.Stack)).Select(stack =>
            calls.AskAsync($"stack {stack.Name}", () => detector.CompareAsync(stack, context.Stop)))).ConfigureAwait(false)).OfType<StackDrift>().ToList();

        var added = await AddedAsync(target, found, calls, context.Stop).ConfigureAwait(false);
        var drifted = found.SelectMany(stack => stack.Drifted).Concat(added)
            .OrderBy(resource => resource.Stack, StringComparer.Ordinal).ThenBy(resource => resource.Resource, StringComparer.Ordinal).ToList();
        return new EnvironmentDrift(
            plan.App,
            plan.Environment,
            context.Time.GetUtcNow(),
            found.Sum(stack => stack.Resources.Count - stack.Uncompared.Count()),
            new SortedDictionary<string, int>(found.SelectMany(stack => stack.Uncompared).CountBy(type => type).ToDictionary(), StringComparer.Ordinal),
            await new LastChanges(target.Regions, context.Time).AddAsync(drifted, context.Stop).ConfigureAwait(false),
            [.. calls.Unread, .. Unread(stacks, found)]);
    }

    private static async Task<IEnumerable<DriftedResource>> AddedAsync(AwsTarget target, IReadOnlyList<StackDrift> found, BoundedCalls calls, CancellationToken stop)
    {
        if (AddedIngress.NotTold(found) is not null || AddedIngress.Groups(found) is not { Count: > 0 } groups)
            return [];
        using var reader = new SecurityGroupClient(target.Session);
        var rules = await calls.AskAsync("rules added to security groups", () => reader.ListIngressAsync([.. groups.Select(one => one.Group.PhysicalId)], stop)!).ConfigureAwait(false);
        return rules is null ? [] : AddedIngress.Of(found, rules);
    }

    private static IEnumerable<UnreadPart> Unread(IReadOnlyList<DeployedStack> stacks, IReadOnlyList<StackDrift> found)
    {
        foreach (var stack in stacks.Where(stack => !DriftDetector.Takes(stack.Stack)))
            yield return new UnreadPart($"stack {stack.Name}", $"It is in {stack.Stack.Status}, in which CloudFormation compares no stack.");
        foreach (var stack in found.Where(stack => stack.Failed is not null))
            yield return new UnreadPart($"parts of stack {stack.Stack.Name}", stack.Failed!);
        if (AddedIngress.NotTold(found) is { } untold)
            yield return untold;
    }
}
