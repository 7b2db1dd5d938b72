using System.Text;

namespace Landfall.Checks.Format;

/// <summary>The text of a file that checks something.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads it.</summary>
    /// <param name="bytes">What is in the file.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    /// <returns>The text, empty where something is wrong.</returns>
    public static string Read(ReadOnlySpan<byte> bytes, int most, out CheckFault? fault)
    {
        fault = null;
        if (bytes.Length > most)
        {
            fault = new CheckFault(1, 1, $"The file has {bytes.Length} bytes; {most} are the most. Split it.");
            return "";
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            fault = new CheckFault(1, 1, "The file is not UTF-8 text. Save it as UTF-8.");
            return "";
        }
    }

    /// <summary>The lines of a text, without a byte order mark.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The lines.</returns>
    public static string[] Lines(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
}
