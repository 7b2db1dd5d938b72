using System.Text;

namespace Landfall.Operations.Pipelines;

/// <summary>YAML that is written line by line.</summary>
internal sealed class YamlLines
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds lines.</summary>
    /// <param name="indent">Spaces before each.</param>
    /// <param name="lines">The lines.</param>
    public void Add(int indent, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            _text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
    }

    /// <summary>Adds a list of texts, each in single quotes.</summary>
    /// <param name="indent">Spaces before the key.</param>
    /// <param name="key">The key; nothing is added where there are no texts.</param>
    /// <param name="texts">The texts.</param>
    public void AddTexts(int indent, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        Add(indent, $"{key}:");
        foreach (var text in texts)
            Add(indent + 2, $"- {Quoted(text)}");
    }

    /// <summary>A text that YAML takes as it stands.</summary>
    /// <param name="text">The text, of one line.</param>
    /// <returns>The text in single quotes.</returns>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
