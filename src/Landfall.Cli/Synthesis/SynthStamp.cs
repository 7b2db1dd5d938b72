using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Landfall.Config.Plan;

namespace Landfall.Cli.Synthesis;

/// <summary>
/// The content hash of everything that synthesis reads: plan, synth host, its files, site files. While it stands in an
/// output folder, the assembly there is current and synthesis has nothing to do.
/// </summary>
internal static class SynthStamp
{
    private const string FileName = "landfall.stamp";

    /// <summary>Computes the stamp.</summary>
    /// <param name="request">What would be synthesised.</param>
    /// <param name="host">What would synthesise it.</param>
    /// <returns>A hash in hexadecimal.</returns>
    public static string Compute(SynthesisRequest request, SynthHost host)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddText(hash, PlanFile.Write(request.Project.Plan));
        AddText(hash, request.Check ? "checked" : "");
        AddHost(hash, Path.GetDirectoryName(host.Assembly)!);
        foreach (var site in request.Project.Plan.Services.OfType<SiteServicePlan>())
            AddFiles(hash, Path.Combine(request.Project.Root, site.Source, site.Output), "*");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Tells whether an output folder holds the assembly of a stamp.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="stamp">The stamp.</param>
    /// <returns>True when nothing has to be synthesised.</returns>
    public static bool Matches(string output, string stamp)
    {
        var file = Path.Combine(output, FileName);
        return File.Exists(file) && File.Exists(Path.Combine(output, "manifest.json")) && File.ReadAllText(file) == stamp;
    }

    /// <summary>Marks an output folder as current.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="stamp">The stamp.</param>
    public static void Write(string output, string stamp) => File.WriteAllText(Path.Combine(output, FileName), stamp);

    /// <summary>
    /// A host is hundreds of megabytes of libraries, so its files count by name, size and time of writing: a build or an
    /// update changes these, and at worst an equal rebuild synthesises once more.
    /// </summary>
    private static void AddHost(IncrementalHash hash, string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.dll").OrderBy(f => f.Name, StringComparer.Ordinal))
            AddText(hash, string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
    }

    private static void AddFiles(IncrementalHash hash, string folder, string pattern)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            AddText(hash, Path.GetRelativePath(folder, file));
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
    }

    private static void AddText(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
