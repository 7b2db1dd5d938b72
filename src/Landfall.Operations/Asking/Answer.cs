namespace Landfall.Operations.Asking;

/// <summary>What is known of a question.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Topic">What the question was taken to be about.</param>
/// <param name="Known">False where the answer is that nobody here knows.</param>
/// <param name="Text">The answer, in one sentence or two.</param>
/// <param name="Figures">What it rests on, one thing a line; what others wrote in it is spelled out where it cannot be seen.</param>
/// <param name="Evidence">Commands that show more of it.</param>
internal sealed record Answer(string App, string Environment, Topic Topic, bool Known, string Text, IReadOnlyList<string> Figures, IReadOnlyList<string> Evidence)
{
    /// <summary>How the question was read, where that is not plain; null where it is.</summary>
    public string? Understood { get; init; }
}
