namespace Landfall.Config.Resolution;

/// <summary>The plan's order: by name, so that moving lines in the file changes nothing.</summary>
internal static class Ordering
{
    /// <summary>Makes a plan of each named setting, in order of name.</summary>
    public static IReadOnlyList<TPlan> ByName<TModel, TPlan>(
        IReadOnlyDictionary<string, TModel> models,
        Func<string, TModel, TPlan> resolve) =>
        [.. models.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => resolve(pair.Key, pair.Value))];

    /// <summary>A copy in order of key.</summary>
    public static IReadOnlyDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> map)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            sorted.Add(key, value);
        }

        return sorted;
    }
}
