using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment;

/// <summary>A synthesised cloud assembly, read from its folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Stacks">Its stacks, each after those that it depends on.</param>
internal sealed record Assembly(string Folder, IReadOnlyList<AssemblyStack> Stacks)
{
    /// <summary>Reads an assembly.</summary>
    /// <param name="folder">The folder with <c>manifest.json</c>.</param>
    /// <returns>The assembly.</returns>
    public static Assembly Read(string folder)
    {
        var artifacts = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["artifacts"]!.AsObject();
        var stacks = new Dictionary<string, AssemblyStack>(StringComparer.Ordinal);
        foreach (var (id, artifact) in artifacts.Where(a => (string?)a.Value!["type"] == "aws:cloudformation:stack"))
        {
            var file = (string)artifact!["properties"]!["templateFile"]!;
            var template = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!.AsObject();
            var dependencies = artifact["dependencies"]?.AsArray().Select(d => (string)d!).ToList() ?? [];
            stacks[id] = new AssemblyStack(id, (string?)artifact["properties"]!["stackName"] ?? id, dependencies, file, template)
            {
                Tags = (artifact["properties"]!["tags"] as JsonObject ?? []).ToDictionary(t => t.Key, t => (string)t.Value!, StringComparer.Ordinal),
                Region = RegionOf((string?)artifact["environment"]),
                TerminationProtection = (bool?)artifact["properties"]!["terminationProtection"] ?? false,
            };
        }

        return new Assembly(folder, InOrder(stacks));
    }

    /// <summary>The region of an environment such as <c>aws://111111111111/eu-west-1</c>.</summary>
    private static string? RegionOf(string? environment) =>
        environment?.Split('/') is [.., var region] && region != "unknown-region" ? region : null;

    private static List<AssemblyStack> InOrder(Dictionary<string, AssemblyStack> stacks)
    {
        var ordered = new List<AssemblyStack>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in stacks.Keys.Order(StringComparer.Ordinal))
            Visit(id);
        return ordered;

        void Visit(string id)
        {
            if (!stacks.TryGetValue(id, out var stack) || !seen.Add(id))
                return;
            foreach (var dependency in stack.Dependencies.Order(StringComparer.Ordinal))
                Visit(dependency);
            ordered.Add(stack);
        }
    }
}
