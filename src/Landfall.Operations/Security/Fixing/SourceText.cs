using System.Text;
using Landfall.Config.Loading;

namespace Landfall.Operations.Security.Fixing;

/// <summary>Writes a file as it was laid out: with its byte-order mark, and with its line ends.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes the bytes of a changed text.</summary>
    /// <param name="before">The bytes of the file.</param>
    /// <param name="text">The new text, with line feeds for line ends.</param>
    /// <returns>The new bytes; null for a file that is not UTF-8, or has line ends of two kinds, and would change where nobody wants it to.</returns>
    public static byte[]? Of(byte[] before, string text)
    {
        if (before.Length > InputLimits.Bytes)
            return null;
        string was;
        try
        {
            was = Strict.GetString(before);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var hasReturns = was.Contains('\r', StringComparison.Ordinal);
        if (hasReturns && was.ReplaceLineEndings("\n").ReplaceLineEndings("\r\n") != was)
            return null;
        return Strict.GetBytes($"{(was is ['\uFEFF', ..] ? "\uFEFF" : "")}{(hasReturns ? text.ReplaceLineEndings("\r\n") : text)}");
    }
}
