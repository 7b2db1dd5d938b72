using Landfall.Checks.Running;

namespace Landfall.Checks.Expectations;

/// <summary>What an answer has to be.</summary>
internal interface IExpectation
{
    /// <summary>Whether the body is looked at.</summary>
    bool NeedsBody { get; }

    /// <summary>Looks at an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>How it differs from what is expected; null where it does not.</returns>
    string? Differs(CheckAnswer answer);
}
