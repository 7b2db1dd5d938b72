using Landfall.Config.Model;

namespace Landfall.Config.Resolution;

/// <summary>The plan's order: by name, so that moving lines in the file changes nothing.</summary>
internal static class Ordering
{
    /// <summary>Makes a plan of each named setting, in order of name.</summary>
    public static IReadOnlyList<TPlan> ByName<TModel, TPlan>(
        IReadOnlyDictionary<string, TModel> models,
        Func<string, TModel, TPlan> resolve) =>
        [.. models.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => resolve(pair.Key, pair.Value))];

    /// <summary>
    /// Makes a plan of each thing, in order of its name in AWS, so that renaming one moves nothing in the templates. The
    /// function gets that name, the one in the file, and the model.
    /// </summary>
    public static IReadOnlyList<TPlan> ByIdentity<TModel, TPlan>(
        IReadOnlyDictionary<string, TModel> models,
        Func<string, string, TModel, TPlan> resolve)
        where TModel : RenamableModel =>
        [.. models.Select(pair => (Identity: pair.Value.Was ?? pair.Key, Title: pair.Key, Model: pair.Value))
            .OrderBy(thing => thing.Identity, StringComparer.Ordinal)
            .Select(thing => resolve(thing.Identity, thing.Title, thing.Model))];

    /// <summary>A copy in order of key.</summary>
    public static IReadOnlyDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> map)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            sorted.Add(key, value);
        }

        return sorted;
    }
}
