namespace Landfall.AIOps.Logs;

/// <summary>The places at which a line's fields differ from a template's: none, one, two or three; more is no likeness.</summary>
internal readonly record struct Difference(int First, int Second, int Third)
{
    private const int Absent = int.MaxValue;

    public static Difference None { get; } = new(Absent, Absent, Absent);

    public int Count => (First != Absent ? 1 : 0) + (Second != Absent ? 1 : 0) + (Third != Absent ? 1 : 0);

    public bool Contains(int at) => at == First || at == Second || at == Third;

    public IEnumerable<int> Places => new[] { First, Second, Third }.Where(p => p != Absent);

    /// <summary>Compares field by field.</summary>
    /// <returns>The difference, or null where the two are no likeness of each other.</returns>
    public static Difference? Between(TemplateField[] template, TemplateField[] line)
    {
        if (template.Length != line.Length)
            return null;
        var found = None;
        for (var i = 0; i < line.Length; i++)
        {
            if (template[i].Admits(line[i]))
                continue;
            if (!template[i].Word || !line[i].Word)
                return null;
            if (found.First == Absent)
                found = found with { First = i };
            else if (found.Second == Absent)
                found = found with { Second = i };
            else if (found.Third == Absent)
                found = found with { Third = i };
            else
                return null;
        }

        return found;
    }
}
