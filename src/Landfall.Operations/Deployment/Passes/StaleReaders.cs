using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Finds stacks that were deployed with a value which its owner has changed since: a deployment that ended half-way leaves
/// them behind, and their templates do not show it. A release that was cut short does the same to its service.
/// </summary>
internal static class StaleReaders
{
    /// <summary>Finds them.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <returns>Their names.</returns>
    public static IReadOnlySet<string> Of(IReadOnlyList<DeployedStack> deployed)
    {
        var values = deployed.SelectMany(d => d.Published.Concat(d.Released)).GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        return deployed.Where(d => Read(d).Any(r => values.TryGetValue(r.Name, out var now) && now != r.Value))
            .Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, string Value)> Read(DeployedStack stack) =>
        from parameter in stack.Template.Section("Parameters")
        where parameter.Entry["Default"] is JsonValue && stack.Stack.Parameters.ContainsKey(parameter.Id)
        select (parameter.Entry["Default"]!.ToString(), stack.Stack.Parameters[parameter.Id]);
}
