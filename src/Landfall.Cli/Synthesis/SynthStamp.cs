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
        using var hash = new InputHash();
        hash.AddText(PlanFile.Write(request.Project.Plan));
        hash.AddText(request.Check ? "checked" : "");
        hash.AddText(host.Identity);
        foreach (var site in request.Project.Plan.Services.OfType<SiteServicePlan>())
            AddFiles(hash, Path.Combine(request.Project.Root, site.Source, site.Output));
        return hash.ToString();
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

    private static void AddFiles(InputHash hash, string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            hash.AddFile(Path.GetRelativePath(folder, file), file);
    }
}
