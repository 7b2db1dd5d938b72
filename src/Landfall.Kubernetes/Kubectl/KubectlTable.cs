namespace Landfall.Kubernetes.Kubectl;

/// <summary>A table that <c>kubectl get</c> printed: columns stand where their headings do.</summary>
internal static class KubectlTable
{
    /// <returns>The rows, each by the heading of its columns; none where kubectl found nothing.</returns>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        if (lines.Count < 2 || !lines[0].StartsWith("NAME", StringComparison.Ordinal))
            yield break;
        var columns = Columns(lines[0]).ToList();
        foreach (var line in lines.Skip(1))
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < columns.Count; i++)
            {
                var from = Math.Min(columns[i].Start, line.Length);
                var to = i + 1 < columns.Count ? Math.Min(columns[i + 1].Start, line.Length) : line.Length;
                row[columns[i].Name] = line[from..to].Trim();
            }
            yield return row;
        }
    }

    // Headings such as 'NOMINATED NODE' hold a single space; two or more end one.
    private static IEnumerable<(string Name, int Start)> Columns(string heading)
    {
        for (var at = 0; at < heading.Length;)
        {
            var end = heading.IndexOf("  ", at, StringComparison.Ordinal);
            end = end < 0 ? heading.Length : end;
            yield return (heading[at..end].Trim(), at);
            at = end;
            while (at < heading.Length && heading[at] == ' ')
                at++;
        }
    }
}
