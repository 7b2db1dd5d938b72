using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Deployment;

/// <summary>The deployed stacks of one environment, known by their tags.</summary>
internal static class EnvironmentStacks
{
    /// <summary>Lists an environment's deployed stacks.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in order of name.</returns>
    public static async Task<IReadOnlyList<Stack>> ListAsync(AwsSession session, AppPlan plan, CancellationToken cancellation)
    {
        var stacks = await new CloudFormationClient(session).ListStacksAsync(cancellation).ConfigureAwait(false);
        return [.. stacks
            .Where(s => s.Tags.GetValueOrDefault("landfall:app") == plan.App && s.Tags.GetValueOrDefault("landfall:environment") == plan.Environment)
            .OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads an environment's deployed stacks with the templates that they were deployed with.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in order of name.</returns>
    /// <exception cref="LandfallException">A template is not JSON, so Landfall did not write it.</exception>
    public static async Task<IReadOnlyList<DeployedStack>> ReadAsync(AwsSession session, AppPlan plan, CancellationToken cancellation)
    {
        var client = new CloudFormationClient(session);
        var stacks = await ListAsync(session, plan, cancellation).ConfigureAwait(false);
        return await Task.WhenAll(stacks.Select(async stack =>
        {
            var empty = new DeployedStack(stack, []);
            return empty.HasContents ? empty with { Template = await StackTemplate.FetchAsync(client, stack.Name, cancellation).ConfigureAwait(false) } : empty;
        })).ConfigureAwait(false);
    }

    /// <summary>Collects the outputs of stacks that have any.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <returns>Outputs by stack and name, sorted.</returns>
    public static SortedDictionary<string, IReadOnlyDictionary<string, string>> Outputs(IEnumerable<Stack> stacks)
    {
        var outputs = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var stack in stacks.Where(s => s.Outputs.Count > 0))
            outputs[stack.Name] = new SortedDictionary<string, string>(stack.Outputs.ToDictionary(), StringComparer.Ordinal);
        return outputs;
    }
}
