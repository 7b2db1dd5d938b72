using System.Text;
using System.Text.Unicode;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Reads a file as text, refusing what cannot be a configuration.</summary>
internal static class InputReader
{
    private static readonly Mark Nowhere = new(1, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Reads the file's bytes without a byte-order mark.</summary>
    /// <exception cref="LandfallException">The file is missing, a folder, too large, empty or not UTF-8 text.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw UnusableInput.At(Nowhere, ErrorCodes.FileUnreadable, "This is a folder, not a file.");
        }

        var bytes = ReadSoon(path);
        var text = bytes.AsSpan();
        if (text.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
            text = bytes;
        }

        if (text.IndexOf((byte)0) is >= 0 and var zero)
        {
            throw UnusableInput.At(
                Position(text, zero),
                ErrorCodes.FileNotText,
                "There is a NUL byte here, so the file is not UTF-8 text. Save it as UTF-8.");
        }

        if (!Utf8.IsValid(text))
        {
            throw UnusableInput.At(
                Position(text, FirstInvalid(text)),
                ErrorCodes.FileNotText,
                "The bytes here are not UTF-8 text. Save the file as UTF-8.");
        }

        return bytes;
    }

    /// <summary>Opening a pipe that nobody writes to, or reading a terminal, lasts for ever; a thread can be left behind.</summary>
    private static byte[] ReadSoon(string path)
    {
        byte[]? bytes = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                bytes = ReadCapped(path);
            }
            catch (LandfallException exception)
            {
                failure = exception;
            }
        })
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(Patience))
        {
            throw UnusableInput.At(
                Nowhere,
                ErrorCodes.FileUnreadable,
                "The file gives nothing to read: a pipe that nobody writes to, or a device. Name a regular file.");
        }

        return failure is null ? bytes! : throw failure;
    }

    private static byte[] ReadCapped(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var buffer = new byte[InputLimits.Bytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= InputLimits.Bytes
                ? buffer[..length]
                : throw UnusableInput.At(
                    Nowhere,
                    ErrorCodes.FileTooLarge,
                    "The file is larger than 1 MiB, the most that is read.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw UnusableInput.At(Nowhere, ErrorCodes.FileMissing, "There is no such file or folder. Name a folder with a landfall.yaml in it; 'landfall init' writes one.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw UnusableInput.At(Nowhere, ErrorCodes.FileUnreadable, $"The file cannot be read: {exception.Message}");
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var valid = 0;
        while (valid < text.Length && Rune.DecodeFromUtf8(text[valid..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            valid += consumed;
        }

        return valid;
    }

    private static Mark Position(ReadOnlySpan<byte> text, int index)
    {
        var before = text[..index];
        return new Mark(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
