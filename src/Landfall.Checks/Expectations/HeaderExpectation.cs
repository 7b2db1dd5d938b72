using Landfall.Checks.Running;

namespace Landfall.Checks.Expectations;

/// <summary>A header of the answer is there, or is something.</summary>
/// <param name="Name">The header.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Value">With what.</param>
internal sealed record HeaderExpectation(string Name, Comparison Comparison, string Value) : IExpectation
{
    /// <inheritdoc/>
    public bool NeedsBody => false;

    /// <inheritdoc/>
    public string? Differs(CheckAnswer answer)
    {
        var actual = answer.Header(Name);
        if (actual is null)
            return Comparison is Comparison.NotEqual or Comparison.Lacks ? null : $"no header '{Name}'";
        return Comparisons.Holds(actual, Comparison, Value, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"header {Name} is {Excerpt.Quote(actual)}, expected {Comparisons.Sign(Comparison)} '{Value}'";
    }
}
