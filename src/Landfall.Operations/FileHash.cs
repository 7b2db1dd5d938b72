using System.Security.Cryptography;

namespace Landfall.Operations;

/// <summary>The SHA-256 of a file, read in large pieces: an archive of an assembly has tens of megabytes.</summary>
internal static class FileHash
{
    // Below the size from which arrays are large objects.
    private const int PieceBytes = 64 * 1024;

    /// <summary>Hashes a file.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Of(string file)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceBytes];
        for (long at = 0; RandomAccess.Read(handle, piece, at) is > 0 and var read; at += read)
            hash.AppendData(piece, 0, read);
        return hash.GetHashAndReset();
    }
}
