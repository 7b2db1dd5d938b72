using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment;

/// <summary>Orders stacks so that none is deleted while another still stands on it.</summary>
internal static class DeletionOrder
{
    // Services and what a host added come first, then what they stand on.
    private static readonly string[] Foundations = ["edge", "edge-global", "data", "network"];

    /// <summary>Finds what each stack has to wait for; stacks that do not wait for each other can be deleted at the same time.</summary>
    /// <param name="ordered">The stacks, in order of deletion.</param>
    /// <param name="templates">Their templates by stack name.</param>
    /// <returns>By stack, the names of those before it that take from it, or of all before it where it is a foundation.</returns>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Waits(
        IReadOnlyList<Stack> ordered, IReadOnlyDictionary<string, StackTemplate> templates)
    {
        var waits = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        for (var i = 0; i < ordered.Count; i++)
        {
            var (stack, rank) = (ordered[i], Rank(ordered[i]));
            waits[stack.Name] = ordered.Take(i)
                .Where(s => Rank(s) < rank || templates[s.Name].Takes.Overlaps(templates[stack.Name].Gives))
                .Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        }

        return waits;
    }

    /// <summary>Orders stacks.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="templates">Their templates by stack name.</param>
    /// <returns>The same stacks: who takes a value goes before who gives it, otherwise the last changed goes first.</returns>
    public static IReadOnlyList<Stack> Of(IEnumerable<Stack> stacks, IReadOnlyDictionary<string, StackTemplate> templates)
    {
        var remaining = stacks
            .OrderBy(Rank).ThenByDescending(s => s.Updated).ToList();
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

    private static int Rank(Stack stack) => Array.IndexOf(Foundations, stack.Tags.GetValueOrDefault("landfall:part"));
}
