namespace Landfall.Evaluation.Loghub;

/// <summary>Writes <c>LineId,Template</c>, one row per line, for others to score.</summary>
internal static class TemplateDump
{
    public static void Write(string file, IReadOnlyList<LoghubLine> lines, IReadOnlyList<string> templates)
    {
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        writer.WriteLine("LineId,Template");
        for (var i = 0; i < lines.Count; i++)
            writer.WriteLine($"{lines[i].Id},{Quote(templates[i])}");
    }

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
