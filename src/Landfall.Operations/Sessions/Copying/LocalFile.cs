using Landfall.Config;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>A file of this machine that is to be copied.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">What its content amounts to, in hexadecimal digits.</param>
/// <param name="Mode">Who may read, write and run it, in octal digits.</param>
internal sealed record LocalFile(string Path, long Bytes, string Sha256, string Mode)
{
    /// <summary>Its name without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Looks a file up.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>The file.</returns>
    /// <exception cref="LandfallException">It is none that can be read.</exception>
    public static LocalFile Read(string path)
    {
        if (Directory.Exists(path))
            throw new LandfallException(ErrorCodes.CopyFile, $"'{path}' is a folder, and files are copied one at a time. Pack it first: 'tar -czf packed.tgz -C {path} .'.");
        try
        {
            return new LocalFile(path, new FileInfo(path).Length, Convert.ToHexStringLower(FileHash.Of(path)), ModeOf(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.CopyFile, $"'{path}' cannot be read: {e.Message}", e);
        }
    }

    // Windows has no such modes: a file of its own is readable and not a program.
    private static string ModeOf(string path) => OperatingSystem.IsWindows()
        ? "644"
        : Convert.ToString((int)(File.GetUnixFileMode(path) & (UnixFileMode)0b111_111_111), 8);
}
