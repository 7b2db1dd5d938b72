using Landfall.Config.Plan;

namespace Landfall.Operations.Restoring;

/// <summary>The tags of a copy: those by which costs are told apart, and those by which a copy is known for one.</summary>
internal static class RestoreTags
{
    /// <summary>Says which database or table it is a copy of, by its name in AWS.</summary>
    public const string Of = "landfall:restored-of";

    /// <summary>Says what it was made of.</summary>
    public const string From = "landfall:restored-from";

    /// <summary>Gives the tags of all that belongs to a copy.</summary>
    public static Dictionary<string, string> Shared(AppPlan plan) => new(plan.Tags, StringComparer.Ordinal)
    {
        ["landfall:app"] = plan.App,
        ["landfall:environment"] = plan.Environment,
    };

    /// <summary>Gives a copy's tags.</summary>
    public static Dictionary<string, string> Copy(AppPlan plan, string name, RestoreChoice choice) => new(Shared(plan), StringComparer.Ordinal)
    {
        [Of] = name,
        [From] = choice.Words,
    };

    /// <summary>Whether tags are those of a copy of this database.</summary>
    public static bool Match(IReadOnlyDictionary<string, string> tags, AppPlan plan, string name) =>
        tags.GetValueOrDefault("landfall:app") == plan.App && tags.GetValueOrDefault("landfall:environment") == plan.Environment && tags.GetValueOrDefault(Of) == name;
}
