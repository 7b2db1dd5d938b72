namespace Landfall.Evaluation.Loghub;

/// <summary>The four accuracies of log parsing, each in [0, 1].</summary>
/// <param name="GroupingAccuracy">GA: the share of lines whose predicted group is exactly the true group (Zhu et al., ICSE-SEIP 2019).</param>
/// <param name="GroupingF1">FGA: F1 over groups, a predicted group counting where it is exactly a true one (Jiang et al., ISSTA 2024).</param>
/// <param name="ParsingAccuracy">PA: the share of lines whose predicted template is exactly the true text (Dai et al., TSE 2022).</param>
/// <param name="TemplateF1">FTA: F1 over templates, one counting where its group and its text are exactly the true ones (Khan et al., ICSE 2022).</param>
internal sealed record LoghubScore(double GroupingAccuracy, double GroupingF1, double ParsingAccuracy, double TemplateF1)
{
    /// <summary>Scores predicted groups and texts against true templates, all by line.</summary>
    public static LoghubScore Of(IReadOnlyList<string> truth, IReadOnlyList<string> groups, IReadOnlyList<string> texts)
    {
        var count = truth.Count;
        var trueSizes = Sizes(truth);
        var lines = Enumerable.Range(0, count).GroupBy(i => groups[i], StringComparer.Ordinal).ToList();
        var (groupLines, groupsRight, templatesRight) = (0, 0, 0);
        foreach (var group in lines)
        {
            var first = truth[group.First()];
            if (trueSizes[first] != group.Count() || group.Any(i => truth[i] != first))
                continue;
            groupLines += group.Count();
            groupsRight++;
            if (texts[group.First()] == first)
                templatesRight++;
        }

        var parsed = Enumerable.Range(0, count).Count(i => texts[i] == truth[i]);
        return new LoghubScore(
            (double)groupLines / count,
            2.0 * groupsRight / (lines.Count + trueSizes.Count),
            (double)parsed / count,
            2.0 * templatesRight / (lines.Count + trueSizes.Count));
    }

    private static Dictionary<string, int> Sizes(IReadOnlyList<string> keys) =>
        keys.GroupBy(k => k, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
