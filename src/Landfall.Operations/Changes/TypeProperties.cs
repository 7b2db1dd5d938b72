namespace Landfall.Operations.Changes;

/// <summary>What CloudFormation's registry says about the properties of one resource type.</summary>
/// <remarks>A property is a path of names, <c>A/B</c>, with <c>*</c> for each item of a list.</remarks>
/// <param name="CreateOnly">Given at creation only: another value takes a new resource.</param>
/// <param name="ConditionalCreateOnly">The same, under conditions that the registry does not tell.</param>
/// <param name="ReadOnly">Returned by AWS, never given.</param>
/// <param name="WriteOnly">Given, never returned by AWS.</param>
/// <param name="PrimaryIdentifier">What tells one resource from another; its order has a meaning.</param>
internal sealed record TypeProperties(
    IReadOnlyList<string> CreateOnly,
    IReadOnlyList<string> ConditionalCreateOnly,
    IReadOnlyList<string> ReadOnly,
    IReadOnlyList<string> WriteOnly,
    IReadOnlyList<string> PrimaryIdentifier);
