using System.Text;
using System.Text.RegularExpressions;

namespace Landfall.Cli.Terminal;

/// <summary>Leaves out the spaces that a table fills its last column up with: they are noise in a file or a pipe.</summary>
/// <param name="inner">Gets the text.</param>
internal sealed partial class LineEndTrimmer(TextWriter inner) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => inner.Write(value);

    /// <summary>Writes a text that ends at the end of a line or in its midst, as a console does.</summary>
    /// <param name="value">The text.</param>
    public override void Write(string? value) => inner.Write(value is null ? null : Spaces().Replace(value, ""));

    /// <inheritdoc />
    public override void WriteLine(string? value) => inner.WriteLine(value);

    /// <inheritdoc />
    public override void Flush() => inner.Flush();

    [GeneratedRegex(" +(?=\r?\n)")]
    private static partial Regex Spaces();
}
