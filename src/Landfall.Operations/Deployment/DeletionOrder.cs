using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment;

/// <summary>Orders stacks so that none is deleted while another still stands on it.</summary>
internal static class DeletionOrder
{
    // Services and what a host added come first, then what they stand on.
    private static readonly string[] Foundations = ["edge", "data", "network"];

    /// <summary>Orders stacks.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="templates">Their templates by stack name.</param>
    /// <returns>The same stacks: who takes a value goes before who gives it, otherwise the last changed goes first.</returns>
    public static IReadOnlyList<Stack> Of(IEnumerable<Stack> stacks, IReadOnlyDictionary<string, StackTemplate> templates)
    {
        var remaining = stacks
            .OrderBy(s => Array.IndexOf(Foundations, s.Tags.GetValueOrDefault("landfall:part"))).ThenByDescending(s => s.Updated).ToList();
        var ordered = new List<Stack>(remaining.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stack in remaining)
            Visit(stack);
        return ordered;

        void Visit(Stack stack)
        {
            if (!seen.Add(stack.Name))
                return;
            foreach (var taker in remaining.Where(s => s != stack && templates[s.Name].Takes.Overlaps(templates[stack.Name].Gives)))
                Visit(taker);
            ordered.Add(stack);
        }
    }
}
