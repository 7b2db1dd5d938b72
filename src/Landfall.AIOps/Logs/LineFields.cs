namespace Landfall.AIOps.Logs;

/// <summary>A masked line cut into fields. Only lines of a form not seen before come here.</summary>
internal sealed class LineFields
{
    private readonly List<TemplateField> _fields = [];
    private readonly ParameterSlot[] _values;

    public LineFields(ReadOnlySpan<char> line, ReadOnlySpan<char> masked, ReadOnlySpan<MaskedValue> values, int maxFields)
    {
        _values = new ParameterSlot[values.Length];
        for (var i = 0; i < values.Length; i++)
            _values[i] = new ParameterSlot(line.Slice(values[i].Start, values[i].Length), values[i].Kind, values[i].Soft);
        var next = 0;
        while (masked.Length > 0)
        {
            var length = _fields.Count < maxFields ? Fields.Next(masked) : masked.Length;
            var text = masked[..length];
            var count = text.Count(LineMask.Marker) + text.Count(LineMask.SoftMarker);
            if (_fields.Count < maxFields)
                Add(text, _values.AsSpan(next, count));
            else
                AddRest(text, _values.AsSpan(next, count));
            next += count;
            masked = masked[length..];
        }

        DateFields.Mark(_fields);
        UnitFields.Mark(_fields);
        FlagFields.Mark(_fields);
    }

    public TemplateField[] ToArray() => [.. _fields];

    /// <summary>For each value of the line, in order, its slot in <paramref name="template"/>.</summary>
    public ParameterSlot[] SlotsIn(MinedTemplate template)
    {
        var places = new Dictionary<ParameterSlot, ParameterSlot>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _fields.Count; i++)
        {
            for (var s = 0; s < _fields[i].Slots.Length; s++)
                places[_fields[i].Slots[s]] = template.Fields[i].Slots[template.Fields[i].Open ? 0 : s];
        }

        return Array.ConvertAll(_values, v => places[v]);
    }

    /// <summary>What is beyond the limit becomes one open field, whatever it holds.</summary>
    private void AddRest(ReadOnlySpan<char> text, Span<ParameterSlot> slots)
    {
        var whole = new ParameterSlot(text, LogParameterKind.Word, soft: false);
        foreach (ref var slot in slots)
        {
            whole.Absorb(slot);
            slot = whole;
        }

        _fields.Add(new TemplateField(null, [whole]));
    }

    private void Add(ReadOnlySpan<char> text, Span<ParameterSlot> slots)
    {
        if (text is ")" && _fields is [.., { Space: true }, { Text: "(" }])
            _fields.Add(new TemplateField($"{LineMask.Marker}", [new ParameterSlot("", LogParameterKind.None, soft: false)]));
        else if (RepeatsLast(text, slots))
            return;
        _fields.Add(new TemplateField(text.ToString(), slots.ToArray()));
    }

    /// <summary>A list of like names, <c>n1 n2 n3</c>, is one field, however long; plain numbers in a row are not a list.</summary>
    private bool RepeatsLast(ReadOnlySpan<char> text, Span<ParameterSlot> slots)
    {
        if (slots.Length == 0 || !char.IsLetter(text[0]) || _fields is not [.., { } last, { Space: true }] || !text.SequenceEqual(last.Text))
            return false;
        for (var i = 0; i < slots.Length; i++)
        {
            last.Slots[i].Absorb(slots[i]);
            slots[i] = last.Slots[i];
        }

        _fields.RemoveAt(_fields.Count - 1);
        return true;
    }
}
