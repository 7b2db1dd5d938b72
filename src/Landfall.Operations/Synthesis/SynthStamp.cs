using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Synthesis;

/// <summary>
/// The content hash of everything that synthesis reads: plan, synth host, its files, site files. While it stands in an
/// output folder, the assembly there is current and synthesis has nothing to do.
/// </summary>
internal static class SynthStamp
{
    private const string FileName = OwnState.StampFile;

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
    public static bool Matches(string output, string stamp) =>
        IsIn(output) && File.ReadLines(Path.Combine(output, FileName)).FirstOrDefault() == stamp;

    /// <summary>Tells whether an output folder holds an assembly of Landfall's, of which nothing is missing or changed.</summary>
    /// <param name="output">The folder.</param>
    /// <returns>True or false.</returns>
    public static bool IsIn(string output) =>
        FolderRecord.IsIntact(output) && File.Exists(Path.Combine(output, FileName));

    /// <summary>Names the stacks that the file itself asked for when an assembly was written; the others a host added.</summary>
    /// <param name="output">The assembly's folder.</param>
    /// <returns>Stack names.</returns>
    public static IEnumerable<string> StacksOfTheFile(string output) => File.ReadLines(Path.Combine(output, FileName)).Skip(1);

    /// <summary>Marks an output folder as current.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="stamp">The stamp.</param>
    /// <param name="plan">The plan of the assembly.</param>
    public static void Write(string output, string stamp, AppPlan plan)
    {
        File.WriteAllLines(Path.Combine(output, FileName), [stamp, .. StackList.Of(plan).Select(s => s.Name)]);
        FolderRecord.Write(output, contents: true);
    }

    /// <summary>Marks a folder as Landfall's while templates are written to it, so that a site above it leaves it out.</summary>
    /// <param name="output">The folder.</param>
    public static void Begin(string output) => File.WriteAllText(Path.Combine(output, FileName), "unfinished\n");

    private static void AddFiles(InputHash hash, string folder)
    {
        foreach (var file in SiteFiles.In(folder))
            hash.AddFile(Path.GetRelativePath(folder, file), file);
    }
}
