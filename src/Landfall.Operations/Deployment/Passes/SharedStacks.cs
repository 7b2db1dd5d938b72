namespace Landfall.Operations.Deployment.Passes;

/// <summary>Tells the stacks that others stand on from those that run something.</summary>
internal static class SharedStacks
{
    /// <summary>Finds the shared stacks.</summary>
    /// <param name="wanted">The wanted stacks, each after those that it depends on.</param>
    /// <param name="before">What is deployed, by stack name.</param>
    /// <returns>Their names: stacks without tasks that another one depends on, or uses as it is deployed.</returns>
    public static IReadOnlySet<string> Of(IReadOnlyList<AssemblyStack> wanted, IReadOnlyDictionary<string, TemplateUse> before)
    {
        var names = wanted.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        var needed = wanted.SelectMany(s => s.Dependencies).ToHashSet(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stack in wanted)
        {
            var deployed = before.GetValueOrDefault(stack.Name);
            if (deployed?.RunsTasks == true || stack.ResourceTypes.Contains("AWS::ECS::TaskDefinition")
                || stack.Dependencies.Any(d => names.TryGetValue(d, out var name) && !shared.Contains(name)))
            {
                continue;
            }

            if (needed.Contains(stack.Id) || (deployed is not null && before.Any(b => b.Key != stack.Name && b.Value.Uses(deployed))))
                shared.Add(stack.Name);
        }

        return shared;
    }
}
