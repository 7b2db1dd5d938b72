using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Finds stacks that were deployed with a value which its owner has changed since: a deployment that ended half-way leaves
/// them behind, and their templates do not show it.
/// </summary>
internal static class StaleReaders
{
    /// <summary>Finds them.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <returns>Their names.</returns>
    public static IReadOnlySet<string> Of(IReadOnlyList<DeployedStack> deployed)
    {
        var values = deployed.SelectMany(Published).GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        return deployed.Where(d => Read(d).Any(r => values.TryGetValue(r.Name, out var now) && now != r.Value))
            .Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
    }

    // What a stack publishes is an output too, of the same value: that one CloudFormation shows.
    private static IEnumerable<(string Name, string Value)> Published(DeployedStack stack) =>
        from parameter in stack.Template.OfType("AWS::SSM::Parameter")
        let properties = parameter.Entry["Properties"]
        where properties?["Name"] is JsonValue
        from output in stack.Template.Section("Outputs")
        where JsonNode.DeepEquals(output.Entry["Value"], properties["Value"]) && stack.Stack.Outputs.ContainsKey(output.Id)
        select (properties["Name"]!.ToString(), stack.Stack.Outputs[output.Id]);

    private static IEnumerable<(string Name, string Value)> Read(DeployedStack stack) =>
        from parameter in stack.Template.Section("Parameters")
        where parameter.Entry["Default"] is JsonValue && stack.Stack.Parameters.ContainsKey(parameter.Id)
        select (parameter.Entry["Default"]!.ToString(), stack.Stack.Parameters[parameter.Id]);
}
