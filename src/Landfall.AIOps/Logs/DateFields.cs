using System.Collections.Frozen;

namespace Landfall.AIOps.Logs;

/// <summary>Dates written with names, as C's <c>ctime</c> writes them: day name, month name, numbers, clock, zone, year.</summary>
internal static class DateFields
{
    private static readonly FrozenSet<string> Days = FrozenSet.Create(StringComparer.Ordinal, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private static readonly FrozenSet<string> Months = FrozenSet.Create(
        StringComparer.Ordinal, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    public static void Mark(List<TemplateField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (Starts(fields, i))
                i = MarkFrom(fields, i);
        }
    }

    private static bool Starts(List<TemplateField> fields, int i)
    {
        if (fields[i].Text is not { Length: 3 } text || i + 2 >= fields.Count || !fields[i + 1].Space)
            return false;
        return Months.Contains(text) ? IsNumber(fields[i + 2]) : Days.Contains(text) && Months.Contains(fields[i + 2].Text!);
    }

    private static int MarkFrom(List<TemplateField> fields, int i)
    {
        for (; i < fields.Count; i++)
        {
            var field = fields[i];
            if (IsNumber(field))
                field.Slots[0].Note(LogParameterKind.Timestamp);
            else if (Days.Contains(field.Text!) || Months.Contains(field.Text!) || IsZone(fields, i))
                fields[i] = new TemplateField($"{LineMask.Marker}", [new ParameterSlot(field.Text, LogParameterKind.Timestamp, soft: false)]);
            else if (!field.Space && field.Text != ":")
                break;
        }

        return i;
    }

    private static bool IsZone(List<TemplateField> fields, int i) =>
        fields[i].Text is { Length: 3 or 4 } text && text.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0
        && fields[i - 1].Space && i + 2 < fields.Count && IsNumber(fields[i + 2]);

    private static bool IsNumber(TemplateField field) => field.Value && field.Slots[0].Kinds == LogParameterKind.Integer;
}
