using System.Text.Json.Nodes;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment;

/// <summary>
/// Tells from what CloudFormation and Parameter Store have that a deployment would change nothing, so that the CDK CLI,
/// which takes four fifths of such a deployment's time, need not be started. In doubt it does not tell so.
/// </summary>
internal static class UnchangedStacks
{
    private const string SharedValue = "AWS::SSM::Parameter::Value<String>";

    /// <summary>Compares what runs with what is wanted.</summary>
    /// <param name="regions">The regions that the stacks are in.</param>
    /// <param name="deployed">The stacks as they run.</param>
    /// <param name="wanted">The stacks as they are wanted.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A report for each stack, or null when one is not as it is wanted.</returns>
    public static async Task<IReadOnlyList<StackReport>?> FindAsync(
        StackRegions regions, IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, CancellationToken cancellation)
    {
        var pairs = wanted.Join(deployed, stack => stack.Name, running => running.Name, (stack, running) => (Running: running, Wanted: stack), StringComparer.Ordinal).ToList();
        if (pairs.Count < wanted.Count)
            return null;
        var carried = deployed.Where(d => regions.IsElsewhere(d.Name)).SelectMany(d => d.Published).ToList();
        using var store = new ParameterStore(regions.Home);

        // The templates are compared while the values are on their way.
        var reading = store.ReadAsync(wanted.SelectMany(SharedValues).Select(v => v.Name).Concat(carried.Select(c => c.Key)).Distinct(StringComparer.Ordinal), cancellation);
        var isAsWanted = pairs.TrueForAll(pair => IsAsWanted(pair.Running, pair.Wanted));
        var values = await reading.ConfigureAwait(false);
        return isAsWanted && carried.All(c => values.GetValueOrDefault(c.Key) == c.Value) && pairs.TrueForAll(pair => HasValues(pair.Running, pair.Wanted, values))
            ? [.. wanted.Select(s => new StackReport(s.Name, StackOutcome.Unchanged, s.ResourceTypes.Count, 0))]
            : null;
    }

    /// <summary>Whether a stack stands and has the wanted template, tags, protection and parameters of its own.</summary>
    internal static bool IsAsWanted(DeployedStack deployed, AssemblyStack wanted) =>
        deployed.Stack.Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE"
        && deployed.Stack.TerminationProtection == wanted.TerminationProtection
        && deployed.Stack.Tags.Count == wanted.Tags.Count
        && wanted.Tags.All(tag => deployed.Stack.Tags.GetValueOrDefault(tag.Key) == tag.Value)
        && JsonNode.DeepEquals(deployed.Template, wanted.Template)
        && Parameters(wanted).Where(p => !IsShared(p.Value!))
            .All(p => deployed.Stack.Parameters.GetValueOrDefault(p.Key) == OwnValue(p.Key, p.Value!));

    /// <summary>Whether the values that a stack was deployed with are those that are published now.</summary>
    internal static bool HasValues(DeployedStack deployed, AssemblyStack wanted, IReadOnlyDictionary<string, string> values) =>
        SharedValues(wanted).All(v => values.TryGetValue(v.Name, out var value) && deployed.Stack.Parameters.GetValueOrDefault(v.Parameter) == value);

    private static IEnumerable<(string Parameter, string Name)> SharedValues(AssemblyStack stack) =>
        Parameters(stack).Where(p => IsShared(p.Value!)).Select(p => (p.Key, (string)p.Value!["Default"]!));

    /// <summary>A value of Parameter Store whose name the template itself says.</summary>
    private static bool IsShared(JsonNode parameter) => (string?)parameter["Type"] == SharedValue && parameter["Default"] is not null;

    /// <summary>Protection is off in every template and turned on once the stack stands; all others keep their default.</summary>
    private static string? OwnValue(string name, JsonNode parameter) =>
        name == ProtectionParameter.Name ? "true" : parameter["Default"]?.ToString();

    private static JsonObject Parameters(AssemblyStack stack) => stack.Template["Parameters"] as JsonObject ?? [];
}
