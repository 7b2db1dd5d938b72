namespace Landfall.AIOps.Logs;

/// <summary>A template while it is being learnt.</summary>
internal sealed class MinedTemplate(long id, TemplateField[] fields)
{
    public long Id { get; } = id;

    public TemplateField[] Fields { get; private set; } = fields;

    /// <summary>How many fields are open; the more, the less specific.</summary>
    public int OpenCount { get; private set; } = fields.Count(f => f.Open);

    public long Count { get; set; }

    /// <summary>The number of the last line that had this template.</summary>
    public long LastUse { get; set; }

    /// <summary>True once it was forgotten or became part of another.</summary>
    public bool Gone { get; set; }

    /// <summary>About what it holds in memory, fixed when its fields are set so that sums stay true.</summary>
    public long Bytes { get; private set; } = BytesOf(fields);

    /// <summary>Opens the fields at which <paramref name="other"/> differs and takes over what it has seen.</summary>
    public void Absorb(MinedTemplate other)
    {
        Join(other.Fields);
        Count += other.Count;
        LastUse = Math.Max(LastUse, other.LastUse);
        OpenCount = Fields.Count(f => f.Open);
        Bytes = BytesOf(Fields);
    }

    /// <summary>Notes what a line of this template shows beyond its values: units, names, empty places.</summary>
    public void Observe(TemplateField[] line) => Join(line);

    private void Join(TemplateField[] others)
    {
        var joined = new TemplateField[Fields.Length];
        for (var i = 0; i < joined.Length; i++)
            joined[i] = Fields[i].Join(others[i]);
        Fields = joined;
    }

    private static long BytesOf(TemplateField[] fields)
    {
        var bytes = 200L;
        foreach (var field in fields)
            bytes += 80 + 2L * (field.Text?.Length ?? 0) + 240L * field.Slots.Length;
        return bytes;
    }
}
