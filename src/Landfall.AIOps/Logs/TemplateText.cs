using System.Text;

namespace Landfall.AIOps.Logs;

/// <summary>Writes templates as text.</summary>
internal static class TemplateText
{
    private const string Parameter = "<*>";

    /// <summary>The template with each parameter as <c>&lt;*&gt;</c>, white space as in its first line.</summary>
    public static string Render(TemplateField[] fields)
    {
        var text = new StringBuilder();
        var dated = -2;

        // Sizes of one template are sizes of the same kind: where one of them has come in several units, all can.
        var units = Array.Exists(fields, field => Array.Exists(field.Slots, slot => slot.Kinds == LogParameterKind.Unit && slot.Varied));
        foreach (var field in fields)
        {
            if (field.Open)
            {
                text.Append(field.Prefix);
                Append(text, Parameter);
                text.Append(field.Suffix);
                continue;
            }

            var slot = 0;
            foreach (var c in field.Text!)
            {
                if (c is not (LineMask.Marker or LineMask.SoftMarker))
                {
                    text.Append(c);
                    continue;
                }

                var value = field.Slots[slot++];
                var date = value.Kinds.HasFlag(LogParameterKind.Timestamp);
                if (date && dated == text.Length - 1 && text[^1] == ' ')
                    text.Length--;
                else if (units && value.Kinds == LogParameterKind.Unit)
                    DropNumber(text);
                Append(text, Render(value, units));
                if (date)
                    dated = text.Length;
            }
        }

        return text.ToString();
    }

    /// <summary>The template for the outside.</summary>
    public static LogTemplate Describe(MinedTemplate template) =>
        new(template.Id, Render(template.Fields), TemplateParameters.Of(template.Fields), template.Count);

    private static void Append(StringBuilder text, string part)
    {
        if (part == Parameter && EndsWith(text, Parameter))
            return;
        text.Append(part);
    }

    private static void DropNumber(StringBuilder text)
    {
        text.Length--;
        if (EndsWith(text, "<*>.<*>"))
            text.Length -= "<*>.<*>".Length;
    }

    private static bool EndsWith(StringBuilder text, string end) =>
        text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;

    private static string Render(ParameterSlot slot, bool units) =>
        slot.Soft && !slot.Varied && !(units && slot.Kinds == LogParameterKind.Unit) ? slot.First!
        : slot.Kinds == LogParameterKind.Decimal ? "<*>.<*>"
        : slot.Kinds == LogParameterKind.None ? ""
        : Parameter;
}
