namespace Landfall.Config.Tree;

/// <summary>A single value.</summary>
internal sealed class ScalarNode(Mark mark, string text, ScalarStyle style) : ConfigNode(mark)
{
    /// <summary>The text, without quotes and with variables replaced.</summary>
    public string Text { get; } = text;

    /// <summary>How the text was written.</summary>
    public ScalarStyle Style { get; } = style;

    /// <summary>True for an explicit or implied null.</summary>
    public bool IsNull => Style == ScalarStyle.Plain && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>True for a plain scalar that YAML's core schema takes as a number or boolean rather than as text.</summary>
    public bool IsTyped => Style == ScalarStyle.Plain && (PlainScalar.IsBoolean(Text) || PlainScalar.IsNumber(Text));

    /// <inheritdoc/>
    public override string Kind =>
        IsNull ? "nothing"
        : Style != ScalarStyle.Plain ? "text"
        : PlainScalar.IsBoolean(Text) ? "a boolean"
        : PlainScalar.IsNumber(Text) ? "a number"
        : "text";
}
