using System.Text;

namespace Landfall.Cli.Terminal;

/// <summary>Stands for a stream that this program was started without.</summary>
internal sealed class ClosedWriter : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc />
    public override void Write(char value) => throw new IOException("it is closed");
}
