namespace Landfall.Operations.Asking;

/// <summary>An answer to a topic.</summary>
/// <param name="Known">False where the answer is that nobody here knows.</param>
/// <param name="Text">The answer, in one sentence or two.</param>
/// <param name="Figures">What it rests on.</param>
/// <param name="Evidence">Commands that show more of it, without those words that say which environment.</param>
internal sealed record AnswerText(bool Known, string Text, IReadOnlyList<string> Figures, params IReadOnlyList<string> Evidence)
{
    /// <summary>An answer that is known.</summary>
    public static AnswerText Of(string text, IReadOnlyList<string> figures, params IReadOnlyList<string> evidence) => new(true, text, figures, evidence);

    /// <summary>Says that nobody here knows.</summary>
    /// <param name="why">Why, and what would have to be there.</param>
    /// <param name="evidence">Commands that may help.</param>
    public static AnswerText Unknown(string why, params IReadOnlyList<string> evidence) => new(false, $"I don't know: {why}", [], evidence);
}
