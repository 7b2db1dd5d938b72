using System.Text;
using Landfall.Config.Loading;

namespace Landfall.Operations.Security;

/// <summary>A text file of the scanned folder.</summary>
/// <param name="Path">Its path from there, with forward slashes.</param>
/// <param name="Text">What is in it, with line feeds for line ends.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private const int Sample = 8000;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.Split('\n');

    /// <summary>Reads one.</summary>
    /// <param name="root">The scanned folder.</param>
    /// <param name="name">The path from there.</param>
    /// <param name="unread">Gets the file where it is too large.</param>
    /// <returns>The file; null for one that is gone, a link, not text, or too large.</returns>
    public static SourceFile? Read(string root, string name, ICollection<UnreadFile> unread)
    {
        var file = new FileInfo(System.IO.Path.Combine(root, name));
        if (!file.Exists || file.LinkTarget is not null)
            return null;
        using var stream = file.OpenRead();
        var bytes = new byte[Math.Min(file.Length, InputLimits.Bytes)];
        stream.ReadExactly(bytes);
        if (bytes.AsSpan(0, Math.Min(bytes.Length, Sample)).Contains((byte)0))
            return null;
        if (file.Length <= InputLimits.Bytes)
            return new SourceFile(name, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        unread.Add(new UnreadFile(name, "It is larger than 1 MiB."));
        return null;
    }
}
