using Landfall.Checks.Running;

namespace Landfall.Checks.Expectations;

/// <summary>The body of the answer is, or has in it, a text.</summary>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Value">With what.</param>
internal sealed record BodyExpectation(Comparison Comparison, string Value) : IExpectation
{
    /// <inheritdoc/>
    public bool NeedsBody => true;

    /// <inheritdoc/>
    public string? Differs(CheckAnswer answer) =>
        Comparisons.Holds(answer.Text, Comparison, Value, StringComparison.Ordinal)
            ? null
            : $"body is {Excerpt.Quote(answer.Text)}, expected {Comparisons.Sign(Comparison)} '{Value}'";
}
