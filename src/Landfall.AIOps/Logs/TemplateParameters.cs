namespace Landfall.AIOps.Logs;

/// <summary>Names the parameters of a template from the words around them.</summary>
internal static class TemplateParameters
{
    public static IReadOnlyList<LogParameter> Of(TemplateField[] fields)
    {
        var parameters = new List<LogParameter>();
        for (var i = 0; i < fields.Length; i++)
        {
            foreach (var slot in fields[i].Slots)
            {
                if (slot.Soft && !slot.Varied)
                    continue;
                var kinds = slot.Kinds | Measure(fields, i);
                parameters.Add(new LogParameter(Name(fields, i, kinds), kinds));
            }
        }

        return parameters;
    }

    /// <summary>The word before: its own prefix (<c>blk_</c>), a key (<c>port=</c>, <c>size:</c>) or the word left of it.</summary>
    private static string Name(TemplateField[] fields, int at, LogParameterKind kinds)
    {
        if (Letters(fields[at].Open ? fields[at].Prefix : fields[at].Text!) is { Length: > 1 } own)
            return own;
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (fields[i].Constant && Letters(fields[i].Text!) is { Length: > 1 } word)
                return word;
            if (fields[i].Word)
                break;
        }

        return kinds.ToString().ToLowerInvariant().Replace(", ", "-or-", StringComparison.Ordinal);
    }

    private static string Letters(string text)
    {
        var value = text.AsSpan().IndexOfAny(LineMask.Marker, LineMask.SoftMarker);
        return (value < 0 ? text : text[..value]).Trim('_', '-', '.', '/', '#', '@', '$', '\\', '*');
    }

    private static LogParameterKind Measure(TemplateField[] fields, int at)
    {
        var text = fields[at].Text ?? "";
        var mark = text.IndexOf(LineMask.Marker, StringComparison.Ordinal);
        var unit = mark >= 0 && mark + 1 < text.Length ? text[(mark + 1)..]
            : at + 2 < fields.Length && fields[at + 1].Space && fields[at].Value ? fields[at + 2].Text ?? ""
            : "";
        return unit.TrimEnd('.') switch
        {
            "ns" or "us" or "ms" or "msec" or "msecs" or "s" or "sec" or "secs" or "second" or "seconds" or "milliseconds" or "microseconds"
                or "MILLISECONDS" or "min" or "minutes" or "hours" or "days" => LogParameterKind.Duration,
            "B" or "K" or "KB" or "kB" or "MB" or "GB" or "TB" or "Kbytes" or "bytes" => LogParameterKind.Size,
            _ => LogParameterKind.None,
        };
    }
}
