namespace Landfall.AIOps.Logs;

/// <summary>
/// Decides whether forms that differ in up to three words are one template. How many siblings it takes depends on what the
/// words look like: two suffice where one of them is a value by its form, plain words must be several.
/// </summary>
internal static class MergeRule
{
    /// <summary>Siblings needed where a value by its form stands beside words, or where all words look like names.</summary>
    private const int Named = 2;

    /// <summary>Siblings needed where plain words differ.</summary>
    private const int Plain = 4;

    /// <summary>Siblings needed where plain words differ and hardly anything else is said.</summary>
    private const int PlainAmongFew = 7;

    /// <summary>Siblings needed where the first word differs: it usually says what happened.</summary>
    private const int FirstWord = 8;

    /// <summary>Siblings needed where words in capitals differ: states and results have few values, and each means something.</summary>
    private const int Capitals = 8;

    /// <summary>Siblings needed where more than one place differs.</summary>
    private const int Several = 3;

    /// <summary>A name that came more often than this with no other in its place is less likely to be a parameter.</summary>
    private const int Repeated = 16;

    /// <summary>Constant words needed elsewhere for a first word to be a parameter.</summary>
    private const int WordsForFirst = 5;

    /// <summary>Constant words needed elsewhere for several places to be parameters.</summary>
    private const int WordsForSeveral = 3;

    /// <summary>The siblings that the line is one template with, oldest first, or null. Fewest differences win, then most siblings.</summary>
    public static List<MinedTemplate>? Choose(TemplateField[] fields, Dictionary<Difference, List<MinedTemplate>> siblings) =>
        siblings
            .OrderBy(s => s.Key.Count).ThenByDescending(s => s.Value.Count)
            .ThenBy(s => s.Key.First).ThenBy(s => s.Key.Second).ThenBy(s => s.Key.Third)
            .FirstOrDefault(s => Accepts(fields, s.Key, s.Value)).Value;

    private static bool Accepts(TemplateField[] fields, Difference difference, List<MinedTemplate> siblings)
    {
        var constants = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            if (!difference.Contains(i) && fields[i].Constant)
                constants++;
        }

        var several = difference.Count > 1;
        if (constants < (several ? WordsForSeveral : 1))
            return false;
        var needed = difference.Places.Max(at => Needed(at, constants, several, [.. siblings.Select(s => s.Fields[at]), fields[at]], siblings.Max(s => s.Count)));
        return siblings.Count + 1 >= Math.Max(needed, several ? Several : 2);
    }

    private static int Needed(int at, int constants, bool several, List<TemplateField> words, long most)
    {
        if (words.Exists(w => w.Value) && words.TrueForAll(w => w.Value || WordForm.Speaks(w.Text!)))
            return at == 0 && constants < 2 ? FirstWord : Named;
        if (SameCall(words))
            return Named;
        if (words.TrueForAll(w => w.Open || WordForm.IsName(w.Text!)))
        {
            if (at == 0)
                return constants < WordsForFirst ? FirstWord : Plain;
            return most <= Repeated || words.TrueForAll(w => w.Open || w.Text!.Contains(LineMask.Marker)) ? Named : Plain;
        }

        if (several)
            return int.MaxValue;
        if (words.Exists(w => w.Text is not null && WordForm.IsCapitals(w.Text)))
            return Capitals;
        if (at == 0)
            return constants >= WordsForFirst ? FirstWord : int.MaxValue;
        return constants <= 1 ? PlainAmongFew : Plain;
    }

    /// <summary>Whether all are one name with something in brackets, and for one of them that is a value.</summary>
    private static bool SameCall(List<TemplateField> words) =>
        words.Exists(w => w.Text is not null && WordForm.IsCall(w.Text))
        && words.TrueForAll(w => w.Text is [.., ')' or ']'] && WordForm.Head(w.Text).SequenceEqual(WordForm.Head(words[0].Text!)));
}
