using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Changes.Policies;

/// <summary>A condition of a policy's statement.</summary>
/// <param name="Operator">For example <c>StringEquals</c>.</param>
/// <param name="Key">For example <c>aws:SourceAccount</c>.</param>
/// <param name="Values">The values, of which one has to fit.</param>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    /// <summary>Reads a statement's conditions.</summary>
    /// <param name="conditions">The <c>Condition</c> block.</param>
    /// <returns>The conditions.</returns>
    public static IEnumerable<PolicyCondition> Read(JsonNode? conditions) =>
        from operation in conditions as JsonObject ?? []
        from key in operation.Value as JsonObject ?? []
        select new PolicyCondition(operation.Key, key.Key, [.. Scalars.Texts(key.Value).Select(Token.Stable).Order(StringComparer.Ordinal)]);

    /// <summary>Whether this condition holds wherever another one does.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns>True when it asks for the same or for less.</returns>
    public bool IsImpliedBy(PolicyCondition other) =>
        Operator == other.Operator && string.Equals(Key, other.Key, StringComparison.OrdinalIgnoreCase)
        && (Operator.Contains("Not", StringComparison.Ordinal)
            ? Values.All(other.Values.Contains) // fewer exclusions ask for less
            : other.Values.All(Values.Contains)); // more values ask for less

    /// <summary>For people.</summary>
    /// <returns>For example <c>aws:SourceAccount StringEquals 111122223333</c>.</returns>
    public override string ToString() => $"{Key} {Operator} {string.Join(" or ", Values)}";
}
