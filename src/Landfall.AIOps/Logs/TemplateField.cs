namespace Landfall.AIOps.Logs;

/// <summary>One field of a template: a delimiter, white space, or a word in which values may stand.</summary>
/// <param name="Text">The masked text, or null where any word may stand.</param>
/// <param name="Slots">The values inside <paramref name="Text"/>, in order; for an open field one slot for the whole.</param>
/// <param name="Prefix">For an open field: how every word seen there starts, up to a joiner; shown but not required.</param>
internal sealed record TemplateField(string? Text, ParameterSlot[] Slots, string Prefix = "")
{
    public bool Open => Text is null;

    /// <summary>What closes the bracket that <see cref="Prefix"/> opens, if it does.</summary>
    public string Suffix => Prefix.EndsWith('(') ? ")" : Prefix.EndsWith('[') ? "]" : "";

    public bool Space => Text is not null && char.IsWhiteSpace(Text[0]);

    public bool Word => Text is null || !(Fields.IsDelimiter(Text[0]) || Text.StartsWith("...", StringComparison.Ordinal));

    /// <summary>Whether the whole field is one value by its form.</summary>
    public bool Value => Text is null or [LineMask.Marker];

    /// <summary>Whether the field says something: a word with at least one letter and no value in it.</summary>
    public bool Constant => Text is not null && Word && Slots.Length == 0 && Text.AsSpan().ContainsAnyInRange('A', 'z');

    /// <summary>Whether a line with <paramref name="other"/> here can have this template.</summary>
    public bool Admits(TemplateField other) => Open ? other.Word : Text == other.Text || (Space && other.Space);

    /// <summary>The field that admits both, with what both have seen.</summary>
    public TemplateField Join(TemplateField other)
    {
        if (!Open && Admits(other))
        {
            for (var s = 0; s < Slots.Length; s++)
                Slots[s].Absorb(other.Slots[s]);
            return this;
        }

        var open = Open ? this : new TemplateField(null, [Whole(this)], JoinedPrefix.Of(Text!));
        open.Slots[0].Absorb(other.Open ? other.Slots[0] : Whole(other));
        return open with { Prefix = JoinedPrefix.Common(open.Prefix, other.Open ? other.Prefix : other.Text!) };
    }

    private static ParameterSlot Whole(TemplateField field)
    {
        var kinds = field.Value ? LogParameterKind.None : LogParameterKind.Word;
        foreach (var slot in field.Slots)
            kinds |= slot.Kinds;
        return new ParameterSlot(field.Text, kinds, soft: false);
    }
}
