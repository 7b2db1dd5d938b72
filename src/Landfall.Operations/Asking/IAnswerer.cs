namespace Landfall.Operations.Asking;

/// <summary>Answers questions about a few topics, by what operations give.</summary>
internal interface IAnswerer
{
    /// <summary>The topics.</summary>
    IReadOnlyList<Topic> Topics { get; }

    /// <summary>Answers a question about one of them.</summary>
    /// <param name="asked">The question as it was understood.</param>
    /// <param name="place">Of what it is.</param>
    /// <returns>The answer.</returns>
    Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place);
}
