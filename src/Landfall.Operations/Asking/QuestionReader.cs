using System.Text;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Asking;

/// <summary>Understands a question, by its words alone: the same question is always understood alike.</summary>
internal static partial class QuestionReader
{
    /// <summary>The longest question that is read.</summary>
    public const int MostLetters = 1000;

    /// <summary>Understands it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="services">The services of the environment, as the file calls them.</param>
    /// <returns>What it is about.</returns>
    public static AskedQuestion Read(string question, IReadOnlyList<string> services)
    {
        // Full-width letters and digits of Chinese input methods become the usual ones.
        var plain = Space().Replace(question.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\''), " ").Trim();
        var (named, taken, missing) = ServiceFinder.Of(plain, services);
        var text = Spelling.Mend(plain, services);
        var asked = new AskedQuestion(Topic.Unknown, named, TimeReader.Of(text)) { Taken = taken, Missing = missing };
        if (ChangeCommands.Of(text, named) is (true, var command))
            return asked with { Topic = Topic.ChangeRequest, Command = command };
        var scores = TopicRules.All.Where(rule => rule.Fits(text)).GroupBy(rule => rule.Topic).Select(topic => (Topic: topic.Key, Score: topic.Sum(rule => rule.Weight)))
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Topic).ToList();
        if (scores.Count == 0)
            return named.Count > 0 && taken is null ? asked with { Topic = Topic.Health } : asked;
        var best = scores.Where(topic => topic.Score == scores[0].Score).Select(topic => topic.Topic).ToList();
        return asked with { Topic = best[0], Or = best.Count > 1 ? best : [] };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
