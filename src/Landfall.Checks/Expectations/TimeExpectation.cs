using System.Globalization;
using Landfall.Checks.Running;

namespace Landfall.Checks.Expectations;

/// <summary>The answer has come, its body included, within a time.</summary>
/// <param name="Limit">The time.</param>
internal sealed record TimeExpectation(TimeSpan Limit) : IExpectation
{
    /// <inheritdoc/>
    public bool NeedsBody => false;

    /// <inheritdoc/>
    public string? Differs(CheckAnswer answer) => answer.Took < Limit
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"took {answer.Took.TotalMilliseconds:0} ms, expected less than {Limit.TotalMilliseconds:0} ms");
}
