namespace Landfall.Operations.Deployment.Passes;

/// <summary>The order of deployments and of removals.</summary>
internal static class StackOrder
{
    /// <summary>
    /// Orders stacks so that each comes after those that it stands on, and, where that leaves a choice, before one that it
    /// is about to leave: who no longer calls a service moves before the service changes, and who takes a path over has it
    /// before the other one lets go of it.
    /// </summary>
    /// <param name="wanted">The stacks, each after those that it depends on.</param>
    /// <param name="before">What is deployed, by stack name.</param>
    /// <param name="after">What is wanted, by stack name.</param>
    /// <returns>The stacks, each with the names of those that go first.</returns>
    public static IReadOnlyList<(AssemblyStack Stack, IReadOnlyList<string> After)> Deployments(
        IReadOnlyList<AssemblyStack> wanted, IReadOnlyDictionary<string, TemplateUse> before, IReadOnlyDictionary<string, TemplateUse> after)
    {
        var names = wanted.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        var needs = wanted.ToDictionary(
            s => s.Name, s => s.Dependencies.Where(names.ContainsKey).Select(id => names[id]).ToList(), StringComparer.Ordinal);
        var placed = new List<(AssemblyStack Stack, IReadOnlyList<string> After)>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var left = wanted.ToList();
        while (left.Count > 0)
        {
            var ready = left.Where(s => needs[s.Name].All(done.Contains)).ToList();
            var free = ready.Where(s => !left.Any(r => r != s && Leaves(r.Name, s.Name))).ToList();
            var next = free.FirstOrDefault(s => !left.Any(r => r != s && TakesOver(r.Name, s.Name)))
                ?? free.FirstOrDefault(s => IsServedWithout(s.Name)) // two that swap their paths
                ?? free.FirstOrDefault() ?? ready[0];
            placed.Add((next, [.. needs[next.Name].Union(done.Where(r => Leaves(r, next.Name) || TakesOver(r, next.Name)))]));
            done.Add(next.Name);
            left.Remove(next);
        }

        return placed;

        bool Leaves(string reader, string owner) =>
            before.TryGetValue(reader, out var was) && before.TryGetValue(owner, out var owned) && was.Uses(owned) && !after[reader].Uses(owned);

        bool TakesOver(string taker, string owner) =>
            Lost(owner).Any(p => after[taker].Serves.Contains(p) && before.GetValueOrDefault(taker)?.Serves.Contains(p) != true);

        // A broader path that is served meanwhile is better than none.
        bool IsServedWithout(string owner) =>
            Lost(owner).All(p => after.Any(a => (a.Key == owner || done.Contains(a.Key) ? a.Value : before.GetValueOrDefault(a.Key))?.Serves.Any(s => s.Covers(p)) == true));

        IEnumerable<ServedPath> Lost(string owner) =>
            before.TryGetValue(owner, out var was) ? was.Serves.Except(after[owner].Serves) : [];
    }

    /// <summary>Orders what goes so that nothing goes while something that stays longer still uses it.</summary>
    /// <typeparam name="T">What stands for a removal.</typeparam>
    /// <param name="removals">The removals, in the order that is taken where nothing else matters.</param>
    /// <param name="use">What the stack of a removal uses and is used for until then.</param>
    /// <returns>The same removals.</returns>
    public static IReadOnlyList<T> Removals<T>(IReadOnlyList<T> removals, Func<T, TemplateUse> use)
        where T : class
    {
        var ordered = new List<T>(removals.Count);
        var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var removal in removals)
            Visit(removal);
        return ordered;

        void Visit(T removal)
        {
            if (!seen.Add(removal))
                return;
            foreach (var user in removals.Where(r => !ReferenceEquals(r, removal) && use(r).Uses(use(removal))))
                Visit(user);
            ordered.Add(removal);
        }
    }
}
