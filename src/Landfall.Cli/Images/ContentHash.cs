using System.Security.Cryptography;
using System.Text;

namespace Landfall.Cli.Images;

/// <summary>
/// The identity of an image before it is built: a hash of every file that the engine would see and of every build
/// setting. The same inputs give the same tag on every machine.
/// </summary>
internal static class ContentHash
{
    /// <summary>Hashes a build's inputs.</summary>
    /// <param name="build">The build.</param>
    /// <returns>20 hexadecimal digits.</returns>
    public static string Of(ImageBuild build)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddText(hash, build.Target ?? "");
        AddText(hash, build.Platform);
        foreach (var (name, value) in build.Args.OrderBy(a => a.Key, StringComparer.Ordinal))
            AddText(hash, $"{name}={value}");
        AddFile(hash, "Dockerfile", build.Dockerfile);

        var ignore = DockerIgnore.Of(build.Context);
        foreach (var file in Directory.EnumerateFiles(build.Context, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(build.Context, f).Replace('\\', '/'))
            .Where(f => !ignore.Ignores(f))
            .Order(StringComparer.Ordinal))
        {
            AddFile(hash, file, Path.Combine(build.Context, file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..20];
    }

    private static void AddFile(IncrementalHash hash, string name, string file)
    {
        AddText(hash, name);
        if (!OperatingSystem.IsWindows())
            AddText(hash, (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0 ? "x" : "-");
        using var stream = File.OpenRead(file);
        hash.AppendData(SHA256.HashData(stream));
    }

    private static void AddText(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
