using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Comparison;

/// <summary>A stack whose resources were compared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Action">What happens to it.</param>
/// <param name="Resources">The resources that change, by logical id.</param>
/// <param name="IsTouched">True when CloudFormation has anything to do, be it an output only.</param>
internal sealed record StackComparison(string Name, StackAction Action, IReadOnlyList<ComparedResource> Resources, bool IsTouched)
{
    /// <summary>Compares a stack that is wanted.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isNew">Whether it does not run yet.</param>
    /// <param name="before">Its resources as they run.</param>
    /// <param name="after">Its resources as they are wanted.</param>
    /// <param name="isTouched">Whether anything but its resources differs.</param>
    /// <returns>The comparison.</returns>
    public static StackComparison Of(
        string name,
        bool isNew,
        IReadOnlyDictionary<string, EvaluatedResource> before,
        IReadOnlyDictionary<string, EvaluatedResource> after,
        bool isTouched)
    {
        var resources = before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(id => Compare(before.GetValueOrDefault(id), after.GetValueOrDefault(id))).OfType<ComparedResource>().ToList();
        return new StackComparison(name, isNew ? StackAction.Create : StackAction.Update, resources, isNew || isTouched || resources.Count > 0);
    }

    /// <summary>Tells what becomes of a stack that is not wanted any more.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="before">Its resources.</param>
    /// <returns>The comparison.</returns>
    public static StackComparison Removed(string name, IReadOnlyDictionary<string, EvaluatedResource> before) =>
        new(name, StackAction.Delete, [.. before.Values.OrderBy(r => r.LogicalId, StringComparer.Ordinal).Select(Removed)], true);

    private static ComparedResource? Compare(EvaluatedResource? before, EvaluatedResource? after)
    {
        if (before is null)
            return new ComparedResource(null, after, ResourceAction.Add, Certainty.Certain, [], []);
        if (after is null)
            return Removed(before);

        var differences = PropertyDifference.Between(before.Properties, after.Properties);
        if (before.Type != after.Type)
            return new ComparedResource(before, after, ResourceAction.Replace, Certainty.Certain, differences, ["Type"]);
        if (differences.Count == 0)
            return null;
        var (certainty, causes) = Replacement.Of(before, after, differences);
        return certainty is { } sure
            ? new ComparedResource(before, after, ResourceAction.Replace, sure, differences, causes)
            : new ComparedResource(before, after, ResourceAction.Modify, Certainty.Certain, differences, []);
    }

    private static ComparedResource Removed(EvaluatedResource before) => new(
        before, null, ComparedResource.Keeps(before.DeletionPolicy) ? ResourceAction.Retain : ResourceAction.Delete, Certainty.Certain, [], []);
}
