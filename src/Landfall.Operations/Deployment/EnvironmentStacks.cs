using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Releases;

namespace Landfall.Operations.Deployment;

/// <summary>The deployed stacks of one environment, known by their tags.</summary>
internal static class EnvironmentStacks
{
    /// <summary>Lists an environment's deployed stacks.</summary>
    /// <param name="regions">The regions that they are in.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in order of name.</returns>
    public static async Task<IReadOnlyList<Stack>> ListAsync(StackRegions regions, AppPlan plan, CancellationToken cancellation)
    {
        var own = new CloudFormationClient(regions.Home).ListStacksAsync(cancellation);
        var elsewhere = ListElsewhereAsync(regions, plan, cancellation);
        return Own([.. await own.ConfigureAwait(false), .. await elsewhere.ConfigureAwait(false)], plan);
    }

    /// <summary>Those of stacks that are the environment's, in order of name.</summary>
    private static IReadOnlyList<Stack> Own(IEnumerable<Stack> stacks, AppPlan plan) =>
        [.. stacks
            .Where(s => s.Tags.GetValueOrDefault("landfall:app") == plan.App && s.Tags.GetValueOrDefault("landfall:environment") == plan.Environment
                && s.Tags.GetValueOrDefault(EdgeGlobal.HomeTag, plan.Region) == plan.Region)
            .OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>Reads an environment's deployed stacks with the templates that they were deployed with.</summary>
    /// <param name="regions">The regions that they are in.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in order of name.</returns>
    /// <exception cref="LandfallException">A template is not JSON, so Landfall did not write it.</exception>
    public static async Task<IReadOnlyList<DeployedStack>> ReadAsync(StackRegions regions, AppPlan plan, CancellationToken cancellation)
    {
        var stacks = await ListAsync(regions, plan, cancellation).ConfigureAwait(false);
        return await ReleasedImages.AddAsync(regions.Home, await ReadAsync(regions, stacks, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads those of an environment's deployed stacks that are not in its own region.</summary>
    /// <param name="regions">The regions that they are in.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The stacks, in order of name.</returns>
    /// <exception cref="LandfallException">A template is not JSON, so Landfall did not write it.</exception>
    public static async Task<IReadOnlyList<DeployedStack>> ReadElsewhereAsync(StackRegions regions, AppPlan plan, CancellationToken cancellation)
    {
        var stacks = await ListElsewhereAsync(regions, plan, cancellation).ConfigureAwait(false);
        return await ReadAsync(regions, Own(stacks, plan), cancellation).ConfigureAwait(false);
    }

    private static Task<DeployedStack[]> ReadAsync(StackRegions regions, IReadOnlyList<Stack> stacks, CancellationToken cancellation) =>
        Task.WhenAll(stacks.Select(async stack =>
        {
            var empty = new DeployedStack(stack, []);
            return empty.HasContents ? empty with { Template = await StackTemplate.FetchAsync(regions.ClientOf(stack.Name), stack.Name, cancellation).ConfigureAwait(false) } : empty;
        }));

    private static async Task<IEnumerable<Stack>> ListElsewhereAsync(StackRegions regions, AppPlan plan, CancellationToken cancellation) =>
        await new CarriedValues(regions, plan).AreThereAsync(cancellation).ConfigureAwait(false)
            ? (await Task.WhenAll(regions.Elsewhere.Keys.Select(name => regions.ClientOf(name).FindStackAsync(name, cancellation))).ConfigureAwait(false)).OfType<Stack>()
            : [];

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
