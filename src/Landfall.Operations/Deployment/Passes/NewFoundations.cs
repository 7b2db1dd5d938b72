namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Finds the stacks that a part of a deployment leaves out although it needs something new in them: a service's log group
/// and its image repository are in shared stacks, and its tasks cannot start without them.
/// </summary>
internal static class NewFoundations
{
    /// <summary>Finds them.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks of the assembly.</param>
    /// <param name="chosen">Those of them to deploy.</param>
    /// <returns>The stacks that have to be deployed too.</returns>
    public static IReadOnlyList<AssemblyStack> Of(
        IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyList<AssemblyStack> chosen)
    {
        var before = deployed.Where(d => d.HasContents).ToDictionary(d => d.Name, d => d.Template, StringComparer.Ordinal);
        var names = chosen.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var uses = chosen.Select(s => new TemplateUse(s.Template)).ToList();
        return
        [
            .. wanted.Where(s => !names.Contains(s.Name) && before.TryGetValue(s.Name, out var template)
                && new TemplateUse(KeptTemplate.Lost(s.Template, template)) is var added && uses.Exists(u => u.Uses(added))),
        ];
    }
}
