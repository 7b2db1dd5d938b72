using System.Security.Cryptography;
using System.Text;

namespace Landfall.Operations.Synthesis;

/// <summary>A hash over named files and texts, for finding out whether anything has changed.</summary>
internal sealed class InputHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text.</param>
    public void AddText(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData([0]);
    }

    /// <summary>Adds a file's name and content; one that is not there counts as such.</summary>
    /// <param name="name">What it is known by.</param>
    /// <param name="file">Its path.</param>
    public void AddFile(string name, string file)
    {
        AddText(name);
        if (!File.Exists(file))
        {
            AddText("missing");
            return;
        }

        _hash.AppendData(FileHash.Of(file));
    }

    /// <summary>Ends the hash.</summary>
    /// <returns>Hexadecimal digits.</returns>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();
}
