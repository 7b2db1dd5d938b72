using System.Buffers.Binary;
using System.Text.Json;

namespace Landfall.Config.Hosts;

/// <summary>
/// What is asked of a warm synth host: the arguments that a fresh one would be started with. On the wire a length of
/// four bytes, little-endian, and then a JSON list.
/// </summary>
internal static class HostRequest
{
    /// <summary>Three paths and some flags; a longer request is none of Landfall's.</summary>
    private const int MostBytes = 64 * 1024;

    /// <summary>Writes a request.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public static async Task WriteAsync(Stream stream, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(arguments);
        var frame = new byte[sizeof(int) + text.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, text.Length);
        text.CopyTo(frame, sizeof(int));
        await stream.WriteAsync(frame, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a request.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The arguments.</returns>
    /// <exception cref="IOException">The stream ended before the request did.</exception>
    /// <exception cref="JsonException">It is no request.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length, cancellation).ConfigureAwait(false);
        var count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is <= 0 or > MostBytes)
            throw new JsonException($"A request of {count} bytes is none.");
        var text = new byte[count];
        await stream.ReadExactlyAsync(text, cancellation).ConfigureAwait(false);
        return JsonSerializer.Deserialize<IReadOnlyList<string>>(text) ?? throw new JsonException("The request is empty.");
    }
}
