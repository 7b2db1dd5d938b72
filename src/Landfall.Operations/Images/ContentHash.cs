using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace Landfall.Operations.Images;

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

        var ignore = DockerIgnore.Of(build);
        foreach (var (name, link) in Files(build.Context, ignore).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var file = Path.Combine(build.Context, name);
            if (link)
                AddText(hash, $"{name} -> {new FileInfo(file).LinkTarget}");
            else
                AddFile(hash, name, file);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..20];
    }

    /// <summary>The engine takes a link as it is, wherever it leads. Ignored folders are large and not looked into.</summary>
    private static IEnumerable<(string Name, bool Link)> Files(string context, DockerIgnore ignore)
    {
        return new FileSystemEnumerable<(string Name, bool Link)>(
            context, (ref FileSystemEntry entry) => (Name(ref entry), IsLink(ref entry)), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => (!entry.IsDirectory || IsLink(ref entry)) && !ignore.Ignores(Name(ref entry)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && !ignore.IgnoresAllOf(Name(ref entry)),
        };

        string Name(ref FileSystemEntry entry) => Path.GetRelativePath(context, entry.ToFullPath()).Replace('\\', '/');

        static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
    }

    private static void AddFile(IncrementalHash hash, string name, string file)
    {
        AddText(hash, name);
        if (!OperatingSystem.IsWindows())
            AddText(hash, (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0 ? "x" : "-");
        hash.AppendData(FileHash.Of(file));
    }

    private static void AddText(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
