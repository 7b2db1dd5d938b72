using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>What a change of certain resources means. The page "what happens when you change …" is written from these.</summary>
/// <param name="Topic">The heading that people look under.</param>
/// <param name="When">What is changed, in people's words.</param>
/// <param name="Kind">The kind of effect; null where AWS refuses the step.</param>
/// <param name="Then">What happens.</param>
/// <param name="Source">The page of AWS's documentation that says so.</param>
/// <param name="Types">The types that it is about; empty for all.</param>
/// <param name="Find">Says what happens to one resource; nothing where the rule does not apply.</param>
internal sealed record ChangeRule(
    string Topic,
    string When,
    EffectKind? Kind,
    string Then,
    string Source,
    IReadOnlyList<string> Types,
    Func<ComparedResource, EnvironmentComparison, IEnumerable<Finding>> Find)
{
    /// <summary>Whether an effect of this kind has to be agreed to.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for loss, interruption, replacement, and what widens.</returns>
    public static bool IsHarmful(EffectKind kind) => kind is not (EffectKind.Runs or EffectKind.Restarts or EffectKind.Cost);

    /// <summary>Whether the rule is about a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True when it is.</returns>
    public bool Covers(string type) => Types.Count == 0 || Types.Contains(type);
}
