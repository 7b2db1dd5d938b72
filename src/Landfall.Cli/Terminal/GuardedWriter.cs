using System.Text;
using Landfall.Config;

namespace Landfall.Cli.Terminal;

/// <summary>A standard stream that may be closed, full or gone.</summary>
/// <param name="inner">The stream.</param>
/// <param name="lossy">True for talk, which is lost where it cannot be written; false for data, whose loss is a failure.</param>
internal sealed class GuardedWriter(TextWriter inner, bool lossy) : TextWriter
{
    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => Guard(() => inner.Write(value));

    /// <inheritdoc />
    public override void Write(string? value) => Guard(() => inner.Write(value));

    /// <inheritdoc />
    public override void WriteLine(string? value) => Guard(() => inner.WriteLine(value));

    /// <inheritdoc />
    public override void Flush() => Guard(inner.Flush);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (!lossy)
                throw new LandfallException(ErrorCodes.FileAccess, $"Standard output cannot be written: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
    }
}
