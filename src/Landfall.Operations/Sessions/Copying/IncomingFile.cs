using System.Security.Cryptography;
using Landfall.Config;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>A file as it comes in: under a name of its own until all of it is there.</summary>
internal sealed class IncomingFile : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly long _announced;
    private readonly bool _force;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins.</summary>
    /// <param name="path">Where it will be.</param>
    /// <param name="bytes">How large it is said to be.</param>
    /// <param name="force">True to write over a file that is there.</param>
    public IncomingFile(string path, long bytes, bool force)
    {
        (_path, _partial, _announced, _force) = (path, path + ".part", bytes, force);
        try
        {
            _file = File.Create(_partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
    }

    /// <summary>How much is there.</summary>
    public long Bytes { get; private set; }

    /// <summary>Takes a line of base64 in.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stop">Stops writing.</param>
    /// <exception cref="LandfallException">It is none, or more comes than was announced.</exception>
    public async Task TakeAsync(string line, CancellationToken stop)
    {
        var bytes = new byte[line.Length];
        if (!Convert.TryFromBase64String(line, bytes, out var count) || (Bytes += count) > _announced)
            throw Broken();
        _hash.AppendData(bytes, 0, count);
        try
        {
            await _file.WriteAsync(bytes.AsMemory(0, count), stop).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw Unwritable(e);
        }
    }

    /// <summary>Puts the file into its place, if it is what was sent.</summary>
    /// <param name="expected">What its content has to amount to; null where the other end cannot tell.</param>
    /// <param name="stop">Stops writing.</param>
    /// <returns>What its content amounts to.</returns>
    /// <exception cref="LandfallException">It is something else.</exception>
    public async Task<string> KeepAsync(string? expected, CancellationToken stop)
    {
        var hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (Bytes != _announced || (expected is not null && expected != hash))
            throw Broken();
        try
        {
            await _file.DisposeAsync().AsTask().WaitAsync(stop).ConfigureAwait(false);
            File.Move(_partial, _path, _force);
        }
        catch (IOException e)
        {
            throw Unwritable(e);
        }

        return hash;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _hash.Dispose();
        _file.Dispose();
        File.Delete(_partial);
    }

    private LandfallException Broken() => new(
        ErrorCodes.CopyBroken, FormattableString.Invariant($"What came of '{_path}' is not the file: {Bytes} of {_announced} bytes, or others. Perhaps it is written to just now. Nothing was kept. Try again."));

    private LandfallException Unwritable(Exception cause) => new(ErrorCodes.CopyFile, $"'{_path}' cannot be written: {cause.Message}", cause);
}
