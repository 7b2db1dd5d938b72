using System.Security.Cryptography;
using System.Text;

namespace Landfall.Config;

/// <summary>Which files of a site's folder are the site, where the folder is a project's and has more in it.</summary>
internal static class SiteFiles
{
    private static readonly string[] NeverPublished = [".git", "node_modules", "landfall.*"];

    /// <summary>What is kept out of the site.</summary>
    /// <param name="folder">The folder with the finished files.</param>
    /// <returns>Patterns as the CDK takes them: a name at any depth, or a path from the folder.</returns>
    public static string[] Excluded(string folder) =>
        [.. NeverPublished, OwnState.WorkFolder, OwnState.CdkOutput, .. OwnState.FoldersIn(folder).Except([OwnState.WorkFolder, OwnState.CdkOutput])];

    /// <summary>
    /// Hashes the names and contents of the files that are published. What the CDK computes goes by a file's number, size and
    /// time where it has seen the file before: a page that keeps all three, such as one that is written anew within its
    /// clock's tick, would be published no more.
    /// </summary>
    /// <param name="folder">The folder with the finished files.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in In(folder))
        {
            using var content = File.OpenRead(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file).Replace('\\', '/')}\0"));
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lists the files that are published.</summary>
    /// <param name="folder">The folder with the finished files.</param>
    /// <returns>Their full paths, in order.</returns>
    public static IReadOnlyList<string> In(string folder)
    {
        var files = new List<string>();
        if (Directory.Exists(folder))
            Add(new DirectoryInfo(folder));
        files.Sort(StringComparer.Ordinal);
        return files;

        void Add(DirectoryInfo below)
        {
            files.AddRange(below.EnumerateFiles().Where(f => !f.Name.StartsWith("landfall.", StringComparison.Ordinal)).Select(f => f.FullName));
            foreach (var next in below.EnumerateDirectories().Where(d => d.Name is not (".git" or "node_modules") && !OwnState.IsOwn(d.FullName)))
                Add(next);
        }
    }
}
