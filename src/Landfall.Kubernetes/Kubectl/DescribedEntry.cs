namespace Landfall.Kubernetes.Kubectl;

/// <summary>One line of <c>kubectl describe</c> with what is indented below it.</summary>
/// <param name="Text">The line without its indentation.</param>
internal sealed record DescribedEntry(string Text)
{
    private readonly List<DescribedEntry> _below = [];

    /// <summary>What stands before the colon, or the whole line.</summary>
    public string Key => Split() is var at && at < 0 ? Text : Text[..at];

    /// <summary>What stands behind the colon; empty for <c>&lt;none&gt;</c> and where there is no colon.</summary>
    public string Value => Split() is var at && at < 0 || Text[(at + 1)..].Trim() is "<none>" or "<unset>" or "<unknown>" ? "" : Text[(at + 1)..].Trim();

    public IReadOnlyList<DescribedEntry> Below => _below;

    /// <summary>The first entry with that key, or null.</summary>
    public DescribedEntry? this[string key] => _below.Find(entry => entry.Key == key);

    /// <summary>The value and every line below it: how labels, selectors and tolerations are written.</summary>
    public IEnumerable<string> Lines => (Value.Length > 0 ? [Value] : Array.Empty<string>()).Concat(_below.Select(entry => entry.Text));

    /// <summary>Reads what <c>kubectl describe</c> prints of one object.</summary>
    public static DescribedEntry Read(string text)
    {
        var root = new DescribedEntry("");
        var open = new Stack<(int Indent, DescribedEntry Entry)>([(-1, root)]);
        foreach (var line in text.Split('\n'))
        {
            var content = line.TrimEnd();
            if (content.Length == 0)
                continue;
            var indent = content.Length - content.TrimStart().Length;
            while (open.Peek().Indent >= indent)
                open.Pop();
            var entry = new DescribedEntry(content.TrimStart());
            open.Peek().Entry._below.Add(entry);
            open.Push((indent, entry));
        }
        return root;
    }

    // A colon ends the key only where a space or nothing follows: '<set to the key …>' and 'http://' hold others.
    private int Split()
    {
        for (var at = Text.IndexOf(':'); at >= 0; at = Text.IndexOf(':', at + 1))
        {
            if (at + 1 == Text.Length || Text[at + 1] == ' ')
                return at;
        }
        return -1;
    }
}
