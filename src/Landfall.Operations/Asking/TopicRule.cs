using System.Text.RegularExpressions;

namespace Landfall.Operations.Asking;

/// <summary>Words that speak for a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Weight">How much they speak for it.</param>
/// <param name="All">Patterns that must all be there, in whatever order.</param>
internal sealed record TopicRule(Topic Topic, int Weight, params IReadOnlyList<Regex> All)
{
    /// <summary>Whether a question has them all.</summary>
    /// <param name="text">The question, in lower case.</param>
    /// <returns>True where it has.</returns>
    public bool Fits(string text) => All.All(pattern => pattern.IsMatch(text));
}
