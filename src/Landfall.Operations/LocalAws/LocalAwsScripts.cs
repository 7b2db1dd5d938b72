using System.Security.Cryptography;

namespace Landfall.Operations.LocalAws;

/// <summary>The Python files that the local AWS is started with and the tables that they read, carried inside this program.</summary>
internal static class LocalAwsScripts
{
    private const string Prefix = "Landfall.Operations.LocalAws.";

    /// <summary>Writes the files to the per-user folder, under their content's hash.</summary>
    /// <returns>The path of the start script.</returns>
    public static string Extract()
    {
        var assembly = typeof(LocalAwsScripts).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (Name: n[Prefix.Length..], Content: Read(assembly.GetManifestResourceStream(n)!)))
            .ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(f => f.Content)]))[..12];
        var folder = LandfallHome.Below("local", hash);
        foreach (var (name, content) in files)
            File.WriteAllBytes(InTheWay.OfFile(Path.Combine(folder, name)), content);
        return Path.Combine(folder, "landfall_local_aws.py");
    }

    private static byte[] Read(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
