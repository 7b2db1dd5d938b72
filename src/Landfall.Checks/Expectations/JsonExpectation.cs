using System.Text.Json;
using Landfall.Checks.Running;

namespace Landfall.Checks.Expectations;

/// <summary>A value of the answer's JSON is there, or is something.</summary>
/// <param name="Path">Where.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Value">With what; undefined where it only has to be there.</param>
internal sealed record JsonExpectation(JsonPath Path, Comparison Comparison, JsonElement Value) : IExpectation
{
    /// <inheritdoc/>
    public bool NeedsBody => true;

    /// <inheritdoc/>
    public string? Differs(CheckAnswer answer)
    {
        if (answer.Json is not { } document)
            return $"the body is not JSON: {Excerpt.Quote(answer.Text)}";
        if (Path.Find(document) is not { } actual)
            return Comparison is Comparison.NotEqual or Comparison.Lacks ? null : $"{Path} is not in the body: {Excerpt.Quote(answer.Text)}";
        return Holds(actual) ? null : $"{Path} is {Excerpt.Quote(actual.GetRawText())}, expected {Comparisons.Sign(Comparison)} {Value.GetRawText()}";
    }

    private bool Holds(JsonElement actual) => Comparison switch
    {
        Comparison.Exists => true,
        Comparison.Equal => JsonElement.DeepEquals(actual, Value),
        Comparison.NotEqual => !JsonElement.DeepEquals(actual, Value),
        Comparison.Contains => Contains(actual),
        Comparison.Lacks => !Contains(actual),
        _ => actual.ValueKind == JsonValueKind.Number && Comparisons.Holds(actual.GetDouble(), Comparison, Value.GetDouble()),
    };

    /// <summary>A text has a part in it; a list has an item.</summary>
    private bool Contains(JsonElement actual) => actual.ValueKind switch
    {
        JsonValueKind.String when Value.ValueKind == JsonValueKind.String => actual.GetString()!.Contains(Value.GetString()!, StringComparison.Ordinal),
        JsonValueKind.Array => actual.EnumerateArray().Any(item => JsonElement.DeepEquals(item, Value)),
        _ => false,
    };
}
